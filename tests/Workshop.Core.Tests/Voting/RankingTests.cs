using CsCheck;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Voting;

public class RankingTests
{
    [Fact]
    public void V12_Dots_decide_first() =>
        Assert.Equal("1 k2, 2 k3 | 3 k1", Ranked(select: 2, [], "k1 1/1", "k2 5/1", "k3 4/1"));

    [Fact]
    public void V12_Then_what_the_rule_says()
    {
        Assert.Equal("1 k3 moreVoters, 2 k1 moreVoters | 3 k2",
            Ranked(select: 2, [TieBreak.MoreVoters, TieBreak.EarlierCreated], "k1 4/2", "k2 1/1", "k3 4/3"));
        Assert.Equal("1 k1 earlierCreated, 2 k3 earlierCreated | 3 k2",
            Ranked(select: 2, [TieBreak.EarlierCreated, TieBreak.MoreVoters], "k1 4/2", "k2 1/1", "k3 4/3"));
        Assert.Equal("1 k1 earlierCreated | 2 k3 earlierCreated, 3 k2",
            Ranked(select: 1, [TieBreak.MoreVoters, TieBreak.EarlierCreated], "k1 4/2", "k2 1/1", "k3 4/2"));
    }

    [Fact]
    public void V12_What_the_rule_leaves_open_is_shown_as_a_tie()
    {
        Assert.Equal("1 k1, 2 k2, 2 k3 | 4 k4", Ranked(select: 3, [], "k1 5/1", "k2 3/1", "k3 3/2", "k4 1/1"));
        Assert.Equal("1 k1, 1 k2 | 3 k3", Ranked(select: 2, [TieBreak.MoreVoters], "k1 3/2", "k2 3/2", "k3 2/2"));
    }

    [Fact]
    public void V12_A_tie_at_the_cut_off_line_selects_none_of_those_tied()
    {
        Assert.Equal("1 k1, 2? k2, 2? k3, 4 k4", Ranked(select: 2, [], "k1 5/1", "k2 3/1", "k3 3/2", "k4 1/1"));
        Assert.Equal(new CutOff(2, Tied: true, DecidedBy: null, 3, 1, 2), Of(2, [], "k1 5/1", "k2 3/1", "k3 3/2", "k4 1/1").Line);
    }

    [Fact]
    public void V12_Once_adopted_a_tie_at_the_line_stands_as_it_was_chosen() => Assert.Equal(
        ["1 k1 True", "2 k3 True", "2 k2 False", "4 k4 False"],
        Of(2, [], "k1 5/1", "k2 3/1", "k3 3/2", "k4 1/1").AdoptedAs([ClusterId.Of("k1"), ClusterId.Of("k3")])
            .Rows.Select(r => $"{r.Rank} {r.Item} {r.Selected}"));

    [Fact]
    public void V12_The_line_says_what_decided_it()
    {
        Assert.Equal(new CutOff(1, Tied: false, DecidedBy: null, 5, 1, 4), Of(1, [TieBreak.MoreVoters], "k1 5/1", "k2 4/4").Line);
        Assert.Equal(new CutOff(1, Tied: true, TieBreak.MoreVoters, 5, 4, 1), Of(1, [TieBreak.MoreVoters], "k1 5/1", "k2 5/4").Line);
        Assert.Null(Of(2, [TieBreak.MoreVoters], "k1 5/1", "k2 5/4").Line);
        Assert.Null(Of(9, [TieBreak.MoreVoters], "k1 5/1", "k2 5/4").Line);
    }

    [Fact]
    public void V12_The_tied_are_named_to_one_another() => Assert.Equal(
        ["k1: k3", "k3: k1", "k2: "],
        Of(1, [TieBreak.EarlierCreated], "k1 4/1", "k2 1/1", "k3 4/3").Rows.Select(r => $"{r.Item}: {string.Join(' ', r.TiedWith)}"));

    static readonly ImmutableArray<TieBreak>[] TieBreaks =
        [[], [TieBreak.MoreVoters], [TieBreak.EarlierCreated], [TieBreak.MoreVoters, TieBreak.EarlierCreated]];

    [Fact]
    public void V12_Every_item_is_ranked_once_and_no_better_one_stands_below() => Gen
        .Select(Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3]).Array[2, 12], Gen.Int[1, 14], Gen.Int[0, TieBreaks.Length - 1])
        .Sample((items, select, breaks) =>
        {
            var tieBreak = TieBreaks[breaks];
            var sums = items.Select((i, n) => $"k{n + 1} {i.Item1}/{Math.Min(i.Item1, i.Item2)}").ToArray();
            var ranking = Of(select, tieBreak, sums);
            var rows = ranking.Rows;
            var sure = rows.Count(r => r.Selected == true);
            var torn = rows.Count(r => r.Selected is null);
            return rows.Select(r => r.Item).Distinct().Count() == items.Length
                && rows.Zip(rows.Skip(1)).All(p => p.First.Dots >= p.Second.Dots && p.First.Rank <= p.Second.Rank)
                && rows.Select((r, i) => (r, i)).All(p => p.r.Rank == 1 + rows.Count(other => other.Rank < p.r.Rank))
                && (!tieBreak.Contains(TieBreak.EarlierCreated) || rows.Select(r => r.Rank).Distinct().Count() == rows.Length)
                && (torn == 0 ? sure == Math.Min(select, items.Length) : sure < select && sure + torn > select)
                && (ranking.Line is null) == (select >= items.Length);
        });

    [Fact]
    public void V11_Without_a_count_there_is_no_ranking()
    {
        var vote = VoteOn(1, [], "k1 1/1", "k2 2/2");
        Assert.Empty(Ranking.Of(vote with { Count = null }).Rows);
        Assert.Empty(Ranking.Of(vote with { Count = vote.Count! with { Sums = [] } }).Rows);
    }

    /// <summary>Items, in the order of creation, each as <c>k1 dots/voters</c>.</summary>
    static Vote VoteOn(int select, ImmutableArray<TieBreak> tieBreak, params string[] items)
    {
        var sums = items.Select(i => i.Split(' ', '/')).Select(i => new ItemSum(ClusterId.Of(i[0]), int.Parse(i[1]), int.Parse(i[2]), [], [])).ToArray();
        return new()
        {
            Activity = ActivityId.Of("vote"),
            Items = [.. sums.Select((s, i) => new VoteItem(s.Item, i + 1, Some.Text(s.Item.Value)))],
            Rule = Some.Rule(select: select, tieBreak: tieBreak),
            Electors = [],
            Bands = [],
            Count = new(ActivityId.Of("vote"), 5, 0, [], [.. sums], []),
        };
    }

    static Ranking Of(int select, ImmutableArray<TieBreak> tieBreak, params string[] items) => Ranking.Of(VoteOn(select, tieBreak, items));

    /// <summary>Rank, item, what decided; <c>?</c>: it is open whether it is selected; <c>|</c>: the line.</summary>
    static string Ranked(int select, ImmutableArray<TieBreak> tieBreak, params string[] items)
    {
        var written = "";
        bool? before = true;
        foreach (var row in Of(select, tieBreak, items).Rows)
        {
            written += (written, before, row.Selected) switch { ("", _, _) => "", (_, true, false) => " | ", _ => ", " };
            written += $"{row.Rank}{(row.Selected is null ? "?" : "")} {row.Item}";
            written += row.DecidedBy is { } by ? $" {char.ToLowerInvariant(by.ToString()[0])}{by.ToString()[1..]}" : "";
            before = row.Selected;
        }

        return written;
    }
}
