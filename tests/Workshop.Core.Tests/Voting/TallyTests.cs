using System.Text.Json;
using CsCheck;
using Workshop.Core.Voting;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Voting;

public class TallyTests
{
    static readonly Vote Vote = Scenario.InARoom(Some.OpenVote()).State.Voting.Find(ActivityId.Of("vote"))!;

    static readonly Gen<SealedItem[]> Boxes = Gen
        .Select(Gen.Int[1, 2], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2])
        .Select((band, k1, k2, k3) => (Band: $"{band}", Dots: new[] { ("k1", k1), ("k2", k2), ("k3", k3) }.Where(d => d.Item2 > 0).ToArray()))
        .Array[3, 30]
        .Select(ballots => ballots.Select((b, i) => Some.Sealed($"ballot {i}", b.Band, b.Dots)).ToArray());

    [Fact]
    public void V10_Sums_voters_spread_and_bands_are_counted()
    {
        var count = Tally.Count(Vote, [Some.Sealed("b1", "1", ("k1", 2), ("k2", 1)), Some.Sealed("b2", "2", ("k1", 1)), Some.Sealed("b3", "2")]);
        Assert.Equal((3, 1), (count.Ballots, count.Blank));
        Assert.Equal(["1 customs 1 of 1", "2 business 2 of 1"], count.Bands.Select(b => $"{b.Id} {string.Join(' ', b.Groups)} {b.Ballots} of {b.Electors}"));
        Assert.Equal(
            ["k1: 3 dots of 2, spread 1 1, bands 2 1", "k2: 1 dots of 1, spread 1 0, bands 1 0", "k3: 0 dots of 0, spread 0 0, bands 0 0"],
            count.Sums.Select(s => $"{s.Item}: {s.Dots} dots of {s.Voters}, spread {string.Join(' ', s.Spread)}, bands {string.Join(' ', s.ByBand)}"));
    }

    [Fact]
    public void V10_The_order_of_the_ballots_makes_no_difference() =>
        Gen.Select(Boxes, Gen.Int[0, 1000]).Sample((box, seed) =>
        {
            var shuffled = box.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Written(Tally.Count(Vote, [.. box])) == Written(Tally.Count(Vote, [.. shuffled]));
        });

    [Fact]
    public void V10_All_the_figures_add_up() => Boxes.Sample(box =>
    {
        var given = box.Select(Ballot.Read).SelectMany(b => b.Dots).ToLookup(d => d.Key, d => d.Value);
        var count = Tally.Count(Vote, [.. box]);
        return count.Ballots == box.Length
            && count.Blank == box.Count(i => Ballot.Read(i).Dots.Count == 0)
            && count.Bands.Sum(b => b.Ballots) == count.Ballots
            && count.Receipts.Length == count.Ballots
            && count.Sums.All(s => s.Dots == given[s.Item].Sum() && s.Voters == given[s.Item].Count()
                && s.ByBand.Length == count.Bands.Length && s.ByBand.Sum() == s.Dots
                && s.Spread.Sum() == s.Voters && s.Spread.Select((n, i) => n * (i + 1)).Sum() == s.Dots);
    });

    [Fact]
    public void V9_Bands_with_too_few_ballots_are_merged_when_they_are_counted() => Gen
        .Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[1, 6])
        .Where((a, b, _) => a + b >= 3)
        .Sample((first, second, least) =>
        {
            var vote = Vote with { Rule = Vote.Rule with { SmallGroup = least } };
            var count = Tally.Count(vote,
            [
                .. Enumerable.Range(0, first).Select(i => Some.Sealed($"a{i}", "1", ("k1", 1))),
                .. Enumerable.Range(0, second).Select(i => Some.Sealed($"b{i}", "2", ("k1", 1))),
            ]);
            return count.Bands.SelectMany(b => b.Groups).SequenceEqual([Some.Customs, Some.Business])
                && (count.Bands.Length == 1) == (Math.Min(first, second) < least)
                && count.Bands.Sum(b => b.Electors) == 2
                && count.Sums[0].ByBand.SequenceEqual(count.Bands.Select(b => b.Ballots));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void V11_Fewer_than_three_ballots_give_no_result_not_even_the_number_of_abstentions(int ballots)
    {
        var items = Enumerable.Range(0, ballots).Select(i => i == 0 ? Some.Sealed($"b{i}", "1") : Some.Sealed($"b{i}", "2", ("k1", 1))).ToArray();
        var count = Tally.Count(Vote, [.. items]);
        Assert.Equal((ballots, 0), (count.Ballots, count.Blank));
        Assert.True(count is { Bands.IsEmpty: true, Sums.IsEmpty: true } && count.Receipts.Length == ballots);

        var scenario = Scenario.InARoom([.. Some.OpenVote(), count]);
        var result = Projection.Of(scenario.State, scenario.People, new View("public", "activity:vote")).OfType<ResultRecord>().Single();
        Assert.True(result is { TooFew: true, Blank: 0, Dots: 0, Bands.IsEmpty: true, Rows.IsEmpty: true, Line: null });
    }

    [Fact]
    public void V13_A_receipt_proves_that_a_ballot_was_counted_and_says_no_more()
    {
        var count = Tally.Count(Vote, [Some.Sealed("b1", "1", ("k1", 1)), Some.Sealed("b2", "2"), Some.Sealed("b3", "1")]);
        Assert.Equal(
            new[] { "b1", "b2", "b3" }.Select(b => (Ballot.ReceiptOf(Some.Hex(b, 32)), Some.Hex("key of " + b, 64))).Order(),
            count.Receipts.Select(r => (r.Code, r.EditHash)));
        Assert.All(count.Receipts, r => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{8}$", r.Code));
    }

    [Fact]
    public void V13_Every_client_computes_the_same_receipt() => Assert.Equal("31R4RZPD", Ballot.ReceiptOf("0123456789abcdef0123456789abcdef"));

    static string Written(IEvent happened) => JsonSerializer.Serialize(happened, Json.Log);
}
