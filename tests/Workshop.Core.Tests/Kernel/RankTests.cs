using CsCheck;

namespace Workshop.Core.Tests.Kernel;

public class RankTests
{
    [Fact]
    public void Between_any_two_there_is_room_at_the_front_at_the_end_and_anywhere() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var random = new Random(seed);
        var ranks = new List<string>();
        for (var i = 0; i < 300; i++)
        {
            var place = random.Next(4) switch { 0 => 0, 1 => ranks.Count, _ => random.Next(ranks.Count + 1) };
            Insert(ranks, place);
        }

        return IsSorted(ranks);
    }, iter: 50);

    [Fact]
    public void Ten_thousand_inserts_at_random_places_keep_the_order_and_stay_short()
    {
        var random = new Random(20310314);
        var ranks = new List<string>();
        for (var i = 0; i < 10_000; i++)
        {
            Insert(ranks, random.Next(ranks.Count + 1));
        }

        Assert.True(IsSorted(ranks));
        Assert.InRange(ranks.Max(r => r.Length), 6, 16);
    }

    [Fact]
    public void Ten_thousand_appended_or_put_to_the_front_stay_as_short_as_the_first()
    {
        string? last = null, first = null;
        for (var i = 0; i < 10_000; i++)
        {
            var after = Rank.After(last);
            var before = Rank.Between(null, first);
            Assert.True((last is null || string.CompareOrdinal(last, after) < 0) && (first is null || string.CompareOrdinal(before, first) < 0));
            (last, first) = (after, before);
        }

        Assert.Equal((6, 6), (last!.Length, first!.Length));
    }

    /// <summary>The worst that moving can do: always into the same gap. A digit lasts five moves.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_thousand_inserts_into_one_gap_keep_the_order(bool behindTheFirst)
    {
        var ranks = new List<string> { Rank.Between(null, null), Rank.After(Rank.Between(null, null)) };
        for (var i = 0; i < 1000; i++)
        {
            Insert(ranks, behindTheFirst ? 1 : ranks.Count - 1);
        }

        Assert.True(IsSorted(ranks));
        Assert.InRange(ranks.Max(r => r.Length), 6, 210);
    }

    [Fact]
    public void Several_at_once_are_in_order_and_short()
    {
        foreach (var (low, high) in new (string?, string?)[] { (null, null), ("i00000", null), (null, "i00000"), ("i00000", "i00001"), ("i00000i", "i00000j") })
        {
            string[] ranks = [.. Rank.Between(low, high, 500)];
            Assert.Equal(500, ranks.Length);
            Assert.True(IsSorted([.. ranks.Prepend(low).Append(high).OfType<string>()]));
            Assert.InRange(ranks.Max(r => r.Length), 6, 11);
        }
    }

    [Theory]
    [InlineData(null, null, "2")]
    [InlineData("a", "2", "4")]
    [InlineData("b", "4", "5")]
    [InlineData("c", "5", null)]
    [InlineData("gone", "5", null)]
    public void A_gap_lies_behind_the_one_named_at_the_front_or_at_the_end(string? after, string? low, string? high) =>
        Assert.Equal((low, high), Gap("a2 b4 c5", after));

    [Theory]
    [InlineData(null, null, "2")]
    [InlineData("a", "2", "4")]
    [InlineData("b", "4", null)]
    public void Between_two_of_one_rank_there_is_no_room_so_the_gap_lies_behind_both(string? after, string? low, string? high) =>
        Assert.Equal((low, high), Gap("a2 b4 c4", after));

    static (string?, string?) Gap(string items, string? after) =>
        Rank.Gap(items.Split(' '), i => CardId.Of(i[..1]), i => i[1..], after is null ? null : CardId.Of(after));

    static void Insert(List<string> ranks, int place) => ranks.Insert(place, Rank.Between(
        place == 0 ? null : ranks[place - 1],
        place == ranks.Count ? null : ranks[place]));

    static bool IsSorted(List<string> ranks) => ranks.Zip(ranks.Skip(1)).All(p => string.CompareOrdinal(p.First, p.Second) < 0);
}
