namespace Workshop.Core.Voting;

/// <summary>Counts a box. The order of the ballots makes no difference.</summary>
public static class Tally
{
    /// <summary>Fewer ballots than this give no result: they could not stay secret.</summary>
    public const int FewestBallots = 3;

    /// <summary>The count of a vote's box.</summary>
    public static VotingClosed Count(Vote vote, ImmutableArray<SealedItem> items)
    {
        var ballots = items.Select(Ballot.Read).ToList();
        var enough = ballots.Count >= FewestBallots;
        var bands = enough ? CountBands(vote, ballots) : [];
        return new(
            vote.Activity,
            ballots.Count,
            enough ? ballots.Count(b => b.Dots.Count == 0) : 0,
            [.. bands.Select((b, i) => b.Band with { Id = $"{i + 1}" })],
            enough ? [.. vote.Items.Select(i => Sum(i.Id, vote.Rule, ballots, bands))] : [],
            [.. items.Select(i => new Receipt(Ballot.ReceiptOf(i.Item), i.EditHash)).OrderBy(r => r.Code, StringComparer.Ordinal)]);
    }

    static ItemSum Sum(ClusterId item, DotRule rule, List<Ballot> ballots, List<Counted> bands)
    {
        var given = ballots.Select(b => b.Dots.GetValueOrDefault(item)).ToList();
        return new(
            item,
            given.Sum(),
            given.Count(dots => dots > 0),
            [.. Enumerable.Range(1, rule.MostOnOne).Select(n => given.Count(dots => dots == n))],
            [.. bands.Select(b => b.Ballots.Sum(ballot => ballot.Dots.GetValueOrDefault(item)))]);
    }

    /// <summary>The vote's bands with their ballots; those with too few are merged further.</summary>
    static List<Counted> CountBands(Vote vote, List<Ballot> ballots)
    {
        var byBand = ballots.ToLookup(b => b.Band);
        var counted = vote.Bands.Select(b =>
            new Counted(new(b.Id, b.Groups, b.Electors, byBand[b.Id].Count()), [.. byBand[b.Id]]));
        var order = vote.Bands.SelectMany(b => b.Groups).ToList();
        return [.. Bands.Merge(counted, c => c.Ballots.Count, Join, vote.Rule.SmallGroup)
            .Select(c => c with { Band = c.Band with { Groups = [.. c.Band.Groups.OrderBy(g => order.IndexOf(g))] } })
            .OrderBy(c => order.IndexOf(c.Band.Groups[0]))];
    }

    static Counted Join(Counted a, Counted b) => new(
        new(a.Band.Id, [.. a.Band.Groups, .. b.Band.Groups], a.Band.Electors + b.Band.Electors, a.Band.Ballots + b.Band.Ballots),
        [.. a.Ballots, .. b.Ballots]);

    sealed record Counted(CountedBand Band, List<Ballot> Ballots);
}
