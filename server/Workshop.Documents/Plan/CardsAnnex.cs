using DocumentFormat.OpenXml;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.Plan;
using Workshop.Documents.Word;

namespace Workshop.Documents.Plan;

/// <summary>
/// What the participants wrote, word for word, with what has become of it in the plan: so that everyone finds their own idea.
/// Sorted as it was in the room: by cluster, by section of a SWOT board; cards that were set aside come last, with the reason.
/// </summary>
static class CardsAnnex
{
    const int NumberWidth = 900;
    const int AuthorWidth = 1900;
    const int PlanWidth = 1300;
    const int ReasonWidth = 2600;

    /// <summary>The annex; nothing if nobody has written anything that everyone sees.</summary>
    public static IEnumerable<OpenXmlElement> Of(Edition edition, Blocks blocks)
    {
        var (state, words) = (edition.State, edition.Words);
        if (!state.Cards.All.Values.Any(c => c.IsPublic))
        {
            yield break;
        }

        yield return blocks.Paragraph(Styles.Annex, words.Annex);
        yield return blocks.Paragraph(Styles.Body, words.AnnexNote);
        var cited = CitedIn(state.Plan);
        foreach (var (title, cards) in Groups(edition))
        {
            yield return blocks.Paragraph(Styles.Subsection, title);
            yield return blocks.Table(
                [
                    new(words.Number, NumberWidth),
                    new(words.CardText, WordFile.TextWidth - NumberWidth - AuthorWidth - PlanWidth),
                    new(words.Author, AuthorWidth),
                    new(words.InPlan, PlanWidth),
                ],
                cards.Select(card => (IReadOnlyList<Cell>)
                [
                    .. Card(edition, blocks, card),
                    new(blocks.Paragraph(Styles.TableNote, Phrase.Join(words.Comma, cited[card.Id].Select(LineAt)))),
                ]));
        }

        var parked = state.Cards.All.Values.Where(c => c.Status == CardStatus.Parked).OrderBy(c => c.Number, StringComparer.Ordinal).ToList();
        if (parked.Count > 0)
        {
            yield return blocks.Paragraph(Styles.Subsection, words.Parked);
            yield return blocks.Table(
                [
                    new(words.Number, NumberWidth),
                    new(words.CardText, WordFile.TextWidth - NumberWidth - AuthorWidth - ReasonWidth),
                    new(words.Author, AuthorWidth),
                    new(words.Reason, ReasonWidth),
                ],
                parked.Select(card => (IReadOnlyList<Cell>)
                [
                    .. Card(edition, blocks, card),
                    new(blocks.Paragraph(Styles.TableNote, edition.Guessed(card.Reason ?? ""))),
                ]));
        }
    }

    static Phrase LineAt(string number) => Field.NumberAt(Bookmarks.OfLine(number), number);

    static IEnumerable<Cell> Card(Edition edition, Blocks blocks, Card card) =>
    [
        new(blocks.Paragraph(Styles.TableNote, card.Number, Bookmarks.OfCard(card))),
        new(blocks.Paragraph(Styles.TableNote, Edition.Original(card.Text), written: TextLanguage.Of(card.Text.Original))),
        new(blocks.Paragraph(Styles.TableNote, edition.Name(card.Author))),
    ];

    /// <summary>The numbers of the lines that come from each card.</summary>
    static ILookup<CardId, string> CitedIn(PlanState plan) =>
        (from line in plan.Numbered()
         from source in line.Line.Sources.OfType<CardSource>()
         select (source.Card, line.Number)).ToLookup(c => c.Card, c => c.Number);

    static IEnumerable<(Phrase Title, List<Card> Cards)> Groups(Edition edition) =>
        from board in edition.State.Agenda.InOrder
        from part in board.Settings is SwotSettings ? Sections(edition, board) : Clusters(edition, board)
        where part.Cards.Count > 0
        select part;

    static IEnumerable<(Phrase Title, List<Card> Cards)> Sections(Edition edition, Activity board) =>
        from section in (string[])["s", "w", "o", "t"]
        select ((Phrase)edition.Words.SwotSections[section], InOrder(Active(edition.State, board).Where(c => c.Section == section)));

    /// <summary>By the clustering that the priorities come from, or the last one that sorted the board.</summary>
    static IEnumerable<(Phrase Title, List<Card> Cards)> Clusters(Edition edition, Activity board)
    {
        var state = edition.State;
        var clusters = state.Agenda.InOrder
            .Where(a => a.Settings is ClusteringSettings && a.Source == board.Id)
            .OrderBy(a => state.Plan.Vote is { } vote && state.Agenda.SourceOf(vote) == a.Id)
            .Select(a => state.Clusters.Of(a.Id).ToList())
            .LastOrDefault(of => of.Count > 0) ?? [];
        foreach (var cluster in clusters)
        {
            yield return ($"{cluster.Label}. {edition.Translated(cluster.Name)}", In(state, cluster));
        }

        var sorted = clusters.SelectMany(k => k.Cards).ToHashSet();
        yield return (
            clusters.Count > 0 ? edition.Words.NotClustered : edition.Translated(board.Title),
            InOrder(Active(state, board).Where(c => !sorted.Contains(c.Id))));
    }

    static List<Card> In(WorkshopState state, Cluster cluster) =>
        [.. state.Clusters.CardsIn(cluster).Select(state.Cards.Find).OfType<Card>().Where(c => c.Status == CardStatus.Active)];

    static IEnumerable<Card> Active(WorkshopState state, Activity board) =>
        state.Cards.On(board.Id).Where(c => c.Status == CardStatus.Active);

    static List<Card> InOrder(IEnumerable<Card> cards) =>
        [.. cards.OrderBy(c => c.Rank, StringComparer.Ordinal).ThenBy(c => c.Id.Value, StringComparer.Ordinal)];
}
