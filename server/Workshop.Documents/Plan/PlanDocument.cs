using System.Globalization;
using DocumentFormat.OpenXml;
using Workshop.Documents.Word;

namespace Workshop.Documents.Plan;

/// <summary>The draft plan as a Word file.</summary>
public static class PlanDocument
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>
    /// Writes the plan as it stands: priorities with the rule of their vote, objectives with actions and sources, and the
    /// participants' cards as an annex. The same arguments give the same bytes. Texts that lack a translation are given in their
    /// original and say so.
    /// </summary>
    /// <param name="output">Written synchronously, left open; need not be seekable.</param>
    /// <param name="state">The workshop; must have been created.</param>
    /// <param name="people">The names of its people.</param>
    /// <param name="language">The reader's language, a BCP 47 tag; English where the product does not speak it.</param>
    /// <param name="now">The moment that the document bears, shown in the workshop's time zone.</param>
    public static void Write(Stream output, WorkshopState state, PeopleDirectory people, string language, DateTimeOffset now)
    {
        var edition = new Edition(state, people, language, now);
        var words = edition.Words;
        var blocks = new Blocks(edition.Language);
        WordFile.Write(
            output,
            new(edition.Plain(state.Agenda.Title!), words.DraftPlan, edition.Language, now),
            blocks.Paragraph(Styles.Header, words.Draft),
            blocks.Paragraph(Styles.Footer, $"{words.DraftPlan}{words.Comma}{words.Date(edition.Now.Date)}\t{words.Page(Field.Page, Field.Pages)}"),
            Content(edition, blocks));
    }

    /// <summary>A name for the file, in letters that every system can store: <c>plan-2012-01-25-ru.docx</c>.</summary>
    public static string FileName(WorkshopState state, string language, DateTimeOffset now)
    {
        var edition = new Edition(state, PeopleDirectory.Empty, language, now);
        return $"plan-{edition.Now.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{edition.Words.Tag}.docx";
    }

    static IEnumerable<OpenXmlElement> Content(Edition edition, Blocks blocks) =>
    [
        .. Head(edition, blocks),
        .. PrioritiesSection.Of(edition, blocks),
        .. ObjectivesSection.Of(edition, blocks),
        .. CardsAnnex.Of(edition, blocks),
    ];

    static IEnumerable<OpenXmlElement> Head(Edition edition, Blocks blocks)
    {
        var (agenda, words) = (edition.State.Agenda, edition.Words);
        yield return blocks.Paragraph(Styles.Kind, words.DraftPlan);
        yield return blocks.Paragraph(Styles.Title, edition.Translated(agenda.Title!));
        if (agenda.OpenedAt is { } opened)
        {
            yield return blocks.Paragraph(
                Styles.Meta, words.Held(edition.At(opened).Date, edition.At(agenda.ClosedAt ?? opened).Date));
        }

        yield return blocks.Paragraph(Styles.Meta, words.AsOf(edition.Now));
    }
}
