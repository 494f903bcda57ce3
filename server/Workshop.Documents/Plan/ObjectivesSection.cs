using DocumentFormat.OpenXml;
using Workshop.Core.Plan;
using Workshop.Documents.Word;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Workshop.Documents.Plan;

/// <summary>Each objective under a numbered heading, with its actions as a table and all sources in words.</summary>
static class ObjectivesSection
{
    const int NumberWidth = 850;
    const int ActionWidth = 4600;

    /// <summary>The objectives in order.</summary>
    public static IEnumerable<OpenXmlElement> Of(Edition edition, Blocks blocks)
    {
        var (plan, words) = (edition.State.Plan, edition.Words);
        var number = plan.Numbered().ToDictionary(l => l.Line.Id, l => l.Number);
        if (number.Count == 0)
        {
            yield return blocks.Paragraph(Styles.Body, words.NoObjectives);
        }

        foreach (var objective in plan.Under(null))
        {
            yield return blocks.Paragraph(Styles.Objective, edition.Translated(objective.Text), Bookmarks.OfLine(number[objective.Id]));
            foreach (var source in SourcesOf(edition, objective))
            {
                yield return blocks.Paragraph(Styles.Sources, source);
            }

            var actions = plan.Under(objective.Id).ToList();
            yield return actions.Count == 0
                ? blocks.Paragraph(Styles.Body, words.NoActions)
                : blocks.Table(
                    [
                        new(words.Number, NumberWidth),
                        new(words.Action, ActionWidth),
                        new(words.Sources, WordFile.TextWidth - NumberWidth - ActionWidth),
                    ],
                    actions.Select(action => (IReadOnlyList<Cell>)
                    [
                        new(blocks.Paragraph(Styles.ActionNumber, "", Bookmarks.OfLine(number[action.Id]))),
                        new(blocks.Paragraph(Styles.TableText, edition.Translated(action.Text))),
                        new([.. CardsOf(edition, blocks, action)]),
                    ]));
        }
    }

    /// <summary>Cluster, vote and cards of an objective; the texts of so many cards stand in the annex.</summary>
    static List<Phrase> SourcesOf(Edition edition, PlanLine objective)
    {
        var words = edition.Words;
        var sources = objective.Sources
            .Select(s => s switch
            {
                ClusterSource c => ClusterOf(edition, c),
                VoteSource v => words.VoteSource(v.Rank, v.Dots, VotersOf(edition.State.Plan, objective)),
                _ => null,
            })
            .OfType<Phrase>()
            .ToList();
        var cards = CardsOf(edition.State, objective).Select(c => (Phrase)new Link(Bookmarks.OfCard(c), c.Number)).ToList();
        if (cards.Count > 0)
        {
            sources.Add(words.CardSources(Phrase.Join(words.Comma, cards)));
        }

        return sources.Count > 0 ? sources : [words.NoSource];
    }

    static Phrase ClusterOf(Edition edition, ClusterSource source) => edition.State.Clusters.Find(source.Cluster) is { } cluster
        ? edition.Words.ClusterSource(
            cluster.Label, edition.Translated(cluster.Name), Core.Clusters.ClustersView.SizeOf(edition.State, cluster))
        : edition.Words.DissolvedCluster;

    static int VotersOf(PlanState plan, PlanLine objective) =>
        plan.Priorities.FirstOrDefault(p => objective.Sources.Contains(new ClusterSource(p.Item)))?.Voters ?? 0;

    static IEnumerable<Paragraph> CardsOf(Edition edition, Blocks blocks, PlanLine action)
    {
        var cards = CardsOf(edition.State, action).ToList();
        return cards.Count == 0
            ? [blocks.Paragraph(Styles.TableNote, edition.Words.NoSource)]
            : cards.Select(card => blocks.Paragraph(
                Styles.TableNote,
                $"{new Link(Bookmarks.OfCard(card), card.Number)} {edition.Translated(card.Text)} ({edition.Name(card.Author)})"));
    }

    static IEnumerable<Core.Cards.Card> CardsOf(WorkshopState state, PlanLine line) => line.Sources
        .OfType<CardSource>()
        .Select(s => state.Cards.Find(s.Card))
        .OfType<Core.Cards.Card>()
        .Where(c => c.IsPublic);
}
