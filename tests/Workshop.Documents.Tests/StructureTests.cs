using Workshop.Core.Plan;
using Workshop.Documents.Plan;

namespace Workshop.Documents.Tests;

public class StructureTests
{
    readonly LiveWorkshop _workshop = RecordedWorkshop.AtItsEnd;
    readonly WordReader _plan = WordReader.PlanOf(RecordedWorkshop.AtItsEnd, "ru");

    [Fact]
    public void Every_objective_is_a_heading_and_Word_numbers_it_and_its_actions_as_the_product_does()
    {
        Assert.Equal(
            _workshop.State.Plan.Under(null).Select(l => l.Text.For("ru")),
            _plan.Texts("Heading1"));
        Assert.Equal(
            _workshop.State.Plan.Numbered().Select(l => l.Number),
            _plan.NumbersAtBookmarks().Where(b => b.Key.StartsWith("line_", StringComparison.Ordinal)).Select(b => b.Value));
    }

    [Fact]
    public void The_numbers_come_from_one_multilevel_list_bound_to_styles()
    {
        var list = _plan.Part("word/numbering.xml");
        var abstractId = (string)list.Element(WordReader.Name("abstractNum"))!.Attribute(WordReader.Name("abstractNumId"))!;
        Assert.Equal("multilevel", WordReader.Val(list.Descendants(WordReader.Name("multiLevelType")).Single()));
        Assert.Equal(abstractId, WordReader.Val(list.Descendants(WordReader.Name("abstractNumId")).Single()));
        foreach (var (style, level) in (ReadOnlySpan<(string, string)>)[("Heading1", "0"), ("ActionNumber", "1")])
        {
            var bound = list.Descendants(WordReader.Name("lvl")).Single(l => (string)l.Attribute(WordReader.Name("ilvl"))! == level);
            Assert.Equal(style, WordReader.Val(bound.Element(WordReader.Name("pStyle"))));
            var numbering = _plan.StyleOf(style).Descendants(WordReader.Name("numPr")).Single();
            Assert.Equal(level, WordReader.Val(numbering.Element(WordReader.Name("ilvl"))));
            Assert.Equal((string)list.Element(WordReader.Name("num"))!.Attribute(WordReader.Name("numId"))!,
                WordReader.Val(numbering.Element(WordReader.Name("numId"))));
        }
    }

    [Fact]
    public void Headings_have_the_outline_levels_that_a_table_of_contents_is_made_of()
    {
        string? LevelOf(string style) => WordReader.Val(_plan.StyleOf(style).Descendants(WordReader.Name("outlineLvl")).Single());

        Assert.Equal(("0", "0", "1"), (LevelOf("Heading1"), LevelOf("SectionHeading"), LevelOf("Heading2")));
        Assert.Equal("heading 1", WordReader.Val(_plan.StyleOf("Heading1").Element(WordReader.Name("name"))));
        Assert.Equal("heading 2", WordReader.Val(_plan.StyleOf("Heading2").Element(WordReader.Name("name"))));
    }

    [Fact]
    public void Each_table_repeats_its_header_row_and_no_row_breaks()
    {
        Assert.NotEmpty(_plan.Tables);
        Assert.All(_plan.Tables, table =>
        {
            Assert.True(table.Rows[0].Has("tblHeader"));
            Assert.All(table.Rows.Skip(1), row => Assert.False(row.Has("tblHeader")));
            Assert.All(table.Rows, row => Assert.True(row.Has("cantSplit")));
        });
    }

    [Fact]
    public void The_first_table_is_the_adopted_priorities_with_the_numbers_of_their_objectives()
    {
        var plan = _workshop.State.Plan;

        Assert.Equal(["Место", "Приоритет", "Точек", "Голосовавших", "Задача"], _plan.Tables[0].Rows[0].Texts);
        Assert.Equal(
            plan.Priorities.Select((p, i) => $"{i + 1} {p.Name.For("ru")} {p.Dots} {p.Voters} {i + 1}"),
            _plan.Tables[0].Rows.Skip(1).Select(r => string.Join(' ', r.Texts)));
        Assert.Equal([21, 20, 14, 10, 10, 9], plan.Priorities.Select(p => p.Dots));
    }

    [Fact]
    public void Each_objective_has_a_table_of_its_actions_with_their_sources()
    {
        var plan = _workshop.State.Plan;
        var objectives = plan.Under(null).Where(o => plan.Under(o.Id).Any()).ToList();

        foreach (var (objective, table) in objectives.Zip(_plan.Tables.Skip(1)))
        {
            Assert.Equal(["№", "Мероприятие", "Источники"], table.Rows[0].Texts);
            Assert.Equal(plan.Under(objective.Id).Select(a => a.Text.For("ru")), table.Rows.Skip(1).Select(r => r.Texts[1]));
        }
    }

    [Fact]
    public void Sources_are_told_in_words()
    {
        var sources = _plan.Texts("Sources").ToList();

        Assert.Contains("Тематическая группа K02: Управление рисками и контроль после выпуска (13 карточек)", sources);
        Assert.Contains("Голосование: место 1, 21 точка, голосовавших\u00a0– 15", sources);
        Assert.Contains(sources, s => s.StartsWith("Карточки: C002, C016, C030", StringComparison.Ordinal));
        Assert.Contains(_plan.Texts("TableNote"), t => t ==
            "C123 Создать единый центр анализа рисков с круглосуточным режимом работы (24/7). (Наталья Ким)");
    }

    [Fact]
    public void Every_reference_shows_what_Word_will_compute_and_leads_to_a_place_in_the_document()
    {
        var numbers = _plan.NumbersAtBookmarks();
        var references = _plan.Fields().Where(f => f.Code.StartsWith("REF ", StringComparison.Ordinal)).ToList();
        var places = _plan.Paragraphs.SelectMany(p => p.Bookmarks).ToHashSet();

        Assert.NotEmpty(references);
        Assert.All(references, f => Assert.Equal(numbers[f.Code.Split(' ')[1]], f.Shown));
        Assert.All(
            _plan.Body.Descendants(WordReader.Name("hyperlink")),
            link => Assert.Contains((string)link.Attribute(WordReader.Name("anchor"))!, places));
    }

    [Fact]
    public void A_place_has_one_name_and_a_name_one_place()
    {
        var marks = _plan.Body.Descendants(WordReader.Name("bookmarkStart")).ToList();

        Assert.Equal(marks.Count, marks.Select(m => (string)m.Attribute(WordReader.Name("name"))!).Distinct().Count());
        Assert.Equal(marks.Count, marks.Select(m => (string)m.Attribute(WordReader.Name("id"))!).Distinct().Count());
    }

    [Fact]
    public void It_is_A4_with_the_draft_mark_on_top_and_the_page_at_the_foot()
    {
        var page = _plan.Body.Descendants(WordReader.Name("pgSz")).Single();
        var footer = _plan.Part("word/footer1.xml");

        Assert.Equal(("11906", "16838"), ((string?)page.Attribute(WordReader.Name("w")), (string?)page.Attribute(WordReader.Name("h"))));
        Assert.Equal("ПРОЕКТ", _plan.Part("word/header1.xml").Value);
        Assert.Equal(["PAGE", "NUMPAGES"], footer.Descendants(WordReader.Name("instrText")).Select(f => f.Value.Trim()));
    }

    [Fact]
    public void The_properties_of_the_file_name_title_language_and_time()
    {
        var properties = _plan.Raw("docProps/core.xml");

        Assert.Contains("<dc:title>Рабочая сессия № 3: от идей к строкам Стратегического плана 2013–2017</dc:title>", properties);
        Assert.Contains("<dc:subject>Проект плана</dc:subject>", properties);
        Assert.Contains("<dc:language>ru-RU</dc:language>", properties);
        Assert.Contains(">2012-01-25T05:05:00Z<", properties);
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes()
    {
        var again = WordReader.PlanOf(_workshop, "ru");

        Assert.Equal(_plan.Bytes, again.Bytes);
        Assert.All(_plan.Times, time => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0), time));
        Assert.DoesNotContain(_plan.PartNames, name => name.Contains("psmdcp", StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_is_named_by_us_whatever_the_title()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("en", "../../a.docx\r\nX"), zone: "Asia/Almaty");

        Assert.Equal("plan-2012-01-26-ar.docx", PlanDocument.FileName(workshop.State, "ar-EG", new(2012, 1, 25, 21, 0, 0, TimeSpan.Zero)));
    }
}
