using DocumentFormat.OpenXml;
using Workshop.Core.Voting;
using Workshop.Documents.Word;
using Workshop.Documents.Words;

namespace Workshop.Documents.Plan;

/// <summary>The adopted priorities as a table, and how they came to be: rule, turnout, the tie at the line.</summary>
static class PrioritiesSection
{
    const int RankWidth = 1000;
    const int DotsWidth = 1250;
    const int VotersWidth = 1550;
    const int ObjectiveWidth = 1200;

    /// <summary>The section.</summary>
    public static IEnumerable<OpenXmlElement> Of(Edition edition, Blocks blocks)
    {
        var (plan, words) = (edition.State.Plan, edition.Words);
        yield return blocks.Paragraph(Styles.Section, words.Priorities);
        if (plan.Priorities.IsEmpty)
        {
            yield return blocks.Paragraph(Styles.Body, words.NoPriorities);
            yield break;
        }

        if (plan.Vote is { } id && edition.State.Voting.Find(id) is { Count: { } count } vote)
        {
            yield return blocks.Paragraph(Styles.Body, RuleOf(vote, words));
            yield return blocks.Paragraph(Styles.Body, ResultOf(edition, vote, count));
        }

        var number = plan.Numbered().ToDictionary(l => l.Line.Id, l => l.Number);
        yield return blocks.Table(
            [
                new(words.Rank, RankWidth),
                new(words.Priority, WordFile.TextWidth - RankWidth - DotsWidth - VotersWidth - ObjectiveWidth),
                new(words.Dots, DotsWidth, Numbers: true),
                new(words.Voters, VotersWidth, Numbers: true),
                new(words.Objective, ObjectiveWidth, Numbers: true),
            ],
            plan.Priorities.Select(p => (IReadOnlyList<Cell>)
            [
                new(blocks.Paragraph(Styles.TableText, $"{p.Rank}")),
                new(blocks.Paragraph(Styles.TableText, edition.Translated(p.Name))),
                new(blocks.Paragraph(Styles.TableNumber, $"{p.Dots}")),
                new(blocks.Paragraph(Styles.TableNumber, $"{p.Voters}")),
                new(blocks.Paragraph(Styles.TableNumber, plan.ObjectiveOf(p.Item) is { } line
                    ? Field.NumberAt(Bookmarks.OfLine(number[line.Id]), number[line.Id])
                    : "–")),
            ]));
    }

    static Phrase RuleOf(Vote vote, Catalogue words) => $"""
        {words.Rule(vote.Rule.Dots, vote.Rule.MostOnOne, vote.Rule.Select)} {(vote.Rule.Partial ? words.SomeDots : words.AllDots)} {TiesOf(vote.Rule, words)}
        """;

    static string TiesOf(DotRule rule, Catalogue words) => rule.TieBreak switch
    {
        [TieBreak.MoreVoters, TieBreak.EarlierCreated] => words.TieByVotersThenAge,
        [TieBreak.MoreVoters] => words.TieByVoters,
        // Whatever comes behind has nothing left to decide.
        [TieBreak.EarlierCreated, ..] => words.TieByAge,
        _ => words.TieShared,
    };

    static Phrase ResultOf(Edition edition, Vote vote, VotingClosed count)
    {
        var closed = edition.State.Agenda.Activities.GetValueOrDefault(vote.Activity)?.ClosedAt;
        var turnout = edition.Words.Turnout(edition.At(closed ?? default), vote.Electors.Count, count.Ballots, count.Blank);
        return Ranking.Of(vote).Line is { Tied: true } line ? $"{turnout} {edition.Words.TieAtTheLine(line)}" : turnout;
    }
}
