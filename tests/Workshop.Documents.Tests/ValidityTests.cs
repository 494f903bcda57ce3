using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Plan;

namespace Workshop.Documents.Tests;

public class ValidityTests
{
    [Theory]
    [MemberData(nameof(Languages.Each), MemberType = typeof(Languages))]
    public void The_plan_of_a_real_workshop_is_valid_Open_XML(string language) =>
        AssertValid(WordReader.PlanOf(RecordedWorkshop.AtItsEnd, language));

    [Theory]
    [MemberData(nameof(Languages.Each), MemberType = typeof(Languages))]
    public void So_is_that_of_a_workshop_in_which_nothing_has_happened(string language)
    {
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Пустой семинар"));
        workshop.Do(new CloseSession());

        var plan = WordReader.PlanOf(workshop, language);

        AssertValid(plan);
        Assert.Empty(plan.Tables);
    }

    [Fact]
    public void And_that_of_one_with_every_kind_of_gap()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("uz", "Seminar"));
        var author = workshop.Join("Айгуль");
        var board = workshop.Begin(new BrainstormSettings());
        var card = CardId.Of(workshop.Do(author, new AddCard { Activity = board, Text = "a\tb\nc" }));
        var objective = PlanLineId.Of(workshop.Do(new AddObjective { Text = NewText.Of("ar", "هدف\nثان") }));
        workshop.Do(new AddAction { Objective = objective, Text = NewText.Of("en", "Act"), Cards = [card] });
        workshop.Do(new AddObjective { Text = NewText.Of("en", "Without actions") });
        workshop.Erase(author);

        foreach (var language in Languages.All)
        {
            AssertValid(WordReader.PlanOf(workshop, language));
        }
    }

    static void AssertValid(WordReader plan)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(plan.Bytes), isEditable: false);
        foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2010, FileFormatVersions.Microsoft365])
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }
}
