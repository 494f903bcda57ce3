using System.Xml.Linq;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Plan;
using Workshop.Documents.Plan;

namespace Workshop.Documents.Tests;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "en-GB", "DRAFT", "As of 25 January 2012, 11:05 (UTC+06:00)")]
    [InlineData("ru", "ru-RU", "ПРОЕКТ", "По состоянию на 25 января 2012 года, 11:05 (UTC+06:00)")]
    [InlineData("kk", "kk-KZ", "ЖОБА", "Құжат жасалған уақыт: 2012 жылғы 25 қаңтар, 11:05 (UTC+06:00)")]
    [InlineData("fr", "fr-FR", "PROJET", "État au 25 janvier 2012 à 11\u00a0h\u00a005 (UTC+06:00)")]
    [InlineData("es", "es-ES", "BORRADOR", "Situación al 25 de enero de 2012, 11:05 (UTC+06:00)")]
    [InlineData("ar", "ar-SA", "مسودة", "الوضع في 25 يناير 2012، الساعة 11:05 (UTC+06:00)")]
    public void Each_language_has_its_tag_its_draft_mark_and_its_own_way_to_write_a_date(
        string language, string tag, string mark, string moment)
    {
        var plan = WordReader.PlanOf(RecordedWorkshop.AtItsEnd, language);

        Assert.Contains(moment, plan.Texts("Meta"));
        Assert.Equal(mark, plan.Part("word/header1.xml").Value);
        Assert.Contains(tag, plan.Styles.Descendants(WordReader.Name("lang")).Attributes().Select(a => a.Value));
    }

    [Theory]
    [InlineData("Asia/Almaty", "26 January 2012, 03:00 (Asia/Almaty, UTC+06:00)")]
    [InlineData("-03:30", "25 January 2012, 17:30 (UTC-03:30)")]
    [InlineData("Nowhere/Land", "25 January 2012, 21:00 (UTC+00:00)")]
    public void The_time_is_that_of_the_workshop(string zone, string moment)
    {
        var workshop = LiveWorkshop.Open(NewText.Of("en", "Workshop"), zone);
        workshop.Now = new(2012, 1, 25, 21, 0, 0, TimeSpan.Zero);

        Assert.Contains($"As of {moment}", WordReader.PlanOf(workshop, "en").Texts("Meta"));
    }

    [Fact]
    public void A_workshop_of_several_days_gives_the_first_and_the_last()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("fr", "Atelier"));
        workshop.Now = new(2012, 2, 1, 9, 0, 0, TimeSpan.FromHours(6));
        workshop.Do(new CloseSession());

        Assert.Contains("Dates de l’atelier\u00a0: du 25 janvier 2012 au 1er février 2012", WordReader.PlanOf(workshop, "fr").Texts("Meta"));
    }

    [Fact]
    public void A_language_that_we_do_not_speak_is_served_in_English() =>
        Assert.Equal("DRAFT", WordReader.PlanOf(RecordedWorkshop.AtItsEnd, "de").Part("word/header1.xml").Value);

    [Theory]
    [MemberData(nameof(Languages.Each), MemberType = typeof(Languages))]
    public void Every_word_bears_its_language(string language) => Assert.All(
        WordReader.PlanOf(RecordedWorkshop.AtItsEnd, language).Paragraphs.SelectMany(p => p.Runs),
        run => Assert.True(run.RightToLeft ? run.RightToLeftLanguage is not null : run.Language is not null, run.Element.ToString()));

    [Fact]
    public void A_text_without_a_translation_is_given_in_its_original_and_says_so()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Семинар"));
        workshop.Do(new AddObjective { Text = NewText.Of("ru", "Удержать кадры") });
        workshop.Do(new AddObjective { Text = NewText.Of("uk", "Зберегти кадри") });
        workshop.Do(new AddObjective { Text = NewText.Of("eu", "Langileak") });
        var plan = WordReader.PlanOf(workshop, "fr");

        Assert.Equal(
            ["Удержать кадры (en\u00a0russe)", "Зберегти кадри (en\u00a0ukrainien)", "Langileak (original\u00a0:\u00a0eu)"],
            plan.Texts("Heading1"));
        Assert.Equal("ru-RU", plan.Paragraphs.First(p => p.Style == "Heading1").Runs[0].Language);
        Assert.Equal("fr-FR", plan.Paragraphs.First(p => p.Style == "Heading1").Runs[^1].Language);
    }

    [Fact]
    public void A_translation_into_a_variant_of_the_readers_language_will_do()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Семинар"));
        workshop.Do(new AddObjective
        {
            Text = new() { Original = "ru", Words = new Dictionary<string, string> { ["ru"] = "Кадры", ["fr-CA"] = "Le personnel" } },
        });

        Assert.Equal(["Le personnel"], WordReader.PlanOf(workshop, "fr").Texts("Heading1"));
    }

    [Fact]
    public void Arabic_runs_from_right_to_left_throughout()
    {
        var plan = WordReader.PlanOf(RecordedWorkshop.AtItsEnd, "ar");
        var own = plan.Paragraphs.Where(p => p.Runs.All(r => r.RightToLeft)).ToList();

        Assert.NotEmpty(own);
        Assert.All(own, p => Assert.True(p.RightToLeft));
        Assert.All(plan.Tables, t => Assert.True(t.RightToLeft));
        Assert.NotEmpty(plan.Body.Elements(WordReader.Name("sectPr")).Elements(WordReader.Name("bidi")));
        Assert.All(plan.Paragraphs.Where(p => p.Style is "Heading1" or "ActionNumber"), p => Assert.True(p.RightToLeft));
        Assert.All(own.SelectMany(p => p.Runs), r => Assert.Equal("ar-SA", r.RightToLeftLanguage));
    }

    [Fact]
    public void Arabic_letters_have_a_typeface_and_a_size_of_their_own_in_every_style()
    {
        var styles = WordReader.PlanOf(RecordedWorkshop.AtItsEnd, "ar").Styles;
        string? Attribute(string element, string name) =>
            (string?)styles.Descendants(WordReader.Name(element)).First().Attribute(WordReader.Name(name));

        Assert.NotNull(Attribute("rFonts", "cs"));
        Assert.All(styles.Descendants(WordReader.Name("rPr")), letters =>
        {
            Assert.Equal(WordReader.Val(letters.Element(WordReader.Name("sz"))), WordReader.Val(letters.Element(WordReader.Name("szCs"))));
            Assert.Equal(WordReader.Val(letters.Element(WordReader.Name("b"))), WordReader.Val(letters.Element(WordReader.Name("bCs"))));
        });
    }

    [Fact]
    public void A_card_keeps_its_own_direction_whatever_the_document_has()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Семинар"), languages: ["ru", "ar"]);
        var board = workshop.Begin(new BrainstormSettings());
        workshop.Do(new AddCard { Activity = board, Text = "بطاقة بالعربية." });
        workshop.Do(new AddCard { Activity = board, Text = "Карточка по-русски." });

        foreach (var language in Languages.All)
        {
            var cards = WordReader.PlanOf(workshop, language).Tables[^1].Rows.Skip(1).Select(r => r.Cells[1][0]).ToList();
            Assert.Equal(["بطاقة بالعربية.", "Карточка по-русски."], cards.Select(c => c.Text));
            Assert.Equal([true, false], cards.Select(c => c.RightToLeft));
            Assert.Equal([true, false], cards.Select(c => c.Runs[0].RightToLeft));
            Assert.Equal(("ar-SA", "ru-RU"), (cards[0].Runs[0].RightToLeftLanguage, cards[1].Runs[0].Language));
        }
    }

    [Fact]
    public void What_runs_against_its_paragraph_stands_between_marks_of_its_direction()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Семинар."));

        var title = WordReader.PlanOf(workshop, "ar").Paragraphs.First(p => p.Style == "Title");

        Assert.StartsWith("\u200eСеминар.\u200e", title.Text, StringComparison.Ordinal);
    }
}
