using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Plan;

namespace Workshop.Documents.Tests;

/// <summary>Whatever people write is text: it opens nothing, computes nothing, fetches nothing and breaks nothing.</summary>
public class InertTextTests
{
    static readonly string[] Hostile =
    [
        "=cmd|' /C calc'!A0",
        "+1+1", "-1", "@SUM(A1)", "＝1",
        "]]><!--", "</w:t></w:r><w:r><w:t>x", "&amp;&#x1;&unknown;",
        "{ HYPERLINK \"http://evil.example/\" }", "INCLUDEPICTURE \"http://evil.example/x.png\" \\d", "DDEAUTO c:\\\\windows\\\\calc.exe",
        "![](http://evil.example/x.png)", "https://evil.example/", "../../a.docx",
        "REF line_1 \\r", "a\u202eb\u2066c", "e\u0301\u0301\u0301", "👩‍👩‍👧‍👦 𝒳",
    ];

    [Fact]
    public void It_comes_back_as_text_wherever_it_stands()
    {
        foreach (var text in Hostile)
        {
            var plan = WordReader.PlanOf(WorkshopOf(text), "en");

            Assert.Contains(plan.Paragraphs, p => p.Style == "Title" && p.Text.StartsWith(text, StringComparison.Ordinal));
            Assert.Equal(text, plan.Texts("Heading1").Single());
            Assert.Equal(text, plan.Tables[0].Rows[1].Texts[1]);
            Assert.Contains(text, plan.Tables[0].Rows[1].Texts[2], StringComparison.Ordinal);
            Assert.Equal(text, plan.Tables[^1].Rows[1].Texts[1]);
            Assert.Equal(text, plan.Tables[^1].Rows[1].Texts[3]);
        }
    }

    [Fact]
    public void It_never_becomes_a_field_a_link_or_anything_fetched()
    {
        foreach (var text in Hostile)
        {
            var plan = WordReader.PlanOf(WorkshopOf(text), "en");

            Assert.All(plan.Fields(), f => Assert.Matches(@"^(PAGE|NUMPAGES|REF line_\d+(_\d+)? \\r \\h)$", f.Code));
            Assert.All(plan.PartNames.Where(n => n.EndsWith(".rels", StringComparison.Ordinal)), name =>
                Assert.DoesNotContain("External", plan.Raw(name), StringComparison.Ordinal));
            Assert.All(plan.Body.Descendants(WordReader.Name("hyperlink")), link =>
                Assert.Matches(@"^card_[A-Z]\d+$", (string)link.Attribute(WordReader.Name("anchor"))!));
            Assert.Empty(plan.Body.Descendants(WordReader.Name("fldSimple")));
        }
    }

    [Fact]
    public void What_XML_cannot_say_is_left_out_and_the_rest_stays()
    {
        var plan = WordReader.PlanOf(WorkshopOf("a\ufffeb\uffffc𝒳d"), "en");

        Assert.Equal("abc𝒳d", plan.Texts("Heading1").Single());
        Assert.Equal("abc𝒳d", plan.Tables[^1].Rows[1].Texts[1]);
    }

    [Fact]
    public void The_longest_text_of_all_is_no_trouble()
    {
        var text = string.Concat(Enumerable.Repeat("ж", 600));

        Assert.Equal(text, WordReader.PlanOf(WorkshopOf(text), "en").Texts("Heading1").Single());
    }

    /// <summary>A plan with this text wherever people can write.</summary>
    internal static LiveWorkshop WorkshopOf(string text)
    {
        static string Short(string text) => text.Length > 190 ? text[..190] : text;
        var workshop = LiveWorkshop.Open(NewText.Of("en", Short(text)));
        var board = workshop.Begin(new BrainstormSettings(), NewText.Of("en", Short(text)));
        var card = CardId.Of(workshop.Do(new AddCard { Activity = board, Text = text, Language = "en" }));
        workshop.Do(new ParkCard { Card = card, Reason = Short(text) });
        var objective = PlanLineId.Of(workshop.Do(new AddObjective { Text = NewText.Of("en", text) }));
        workshop.Do(new AddAction { Objective = objective, Text = NewText.Of("en", text), Cards = [card] });
        return workshop;
    }
}
