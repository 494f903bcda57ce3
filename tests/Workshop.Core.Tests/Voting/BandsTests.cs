using CsCheck;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Voting;

public class BandsTests
{
    [Fact]
    public void V9_The_smallest_goes_together_with_the_next_smallest_until_all_are_large_enough()
    {
        Assert.Equal("1: a (9); 2: b (5); 3: c (5); 4: d, e (5)", Written(Of("a9 b5 c5 d3 e2", smallGroup: 5)));
        Assert.Equal("1: a, d, e (14); 2: b, c (10)", Written(Of("a9 b5 c5 d3 e2", smallGroup: 6)));
        Assert.Equal("1: a (9); 2: b (5); 3: c (5); 4: d (3); 5: e (2)", Written(Of("a9 b5 c5 d3 e2", smallGroup: 1)));
        Assert.Equal("1: a, b, c, d, e (24)", Written(Of("a9 b5 c5 d3 e2", smallGroup: 15)));
        Assert.Equal("1: a (2)", Written(Of("a2", smallGroup: 5)));
    }

    [Fact]
    public void V9_Every_group_is_in_one_band_and_none_is_too_small_unless_alone() => Gen
        .Select(Gen.Int[1, 12].Array[1, 12], Gen.Int[1, 15])
        .Sample((sizes, smallGroup) =>
        {
            var bands = Of(string.Join(' ', sizes.Select((n, i) => $"{(char)('a' + i)}{n}")), smallGroup);
            return bands.Sum(b => b.Electors) == sizes.Sum()
                && bands.SelectMany(b => b.Groups).Order(ByValue).SequenceEqual(sizes.Select((_, i) => GroupId.Of($"{(char)('a' + i)}")))
                && (bands.Length == 1 || bands.All(b => b.Electors >= smallGroup))
                && bands.Select(b => b.Id).SequenceEqual(bands.Select((_, i) => $"{i + 1}"))
                && bands.All(b => b.Groups.SequenceEqual(b.Groups.Order(ByValue)))
                && bands.Select(b => b.Groups[0]).SequenceEqual(bands.Select(b => b.Groups[0]).Order(ByValue));
        });

    [Fact]
    public void V9_People_without_a_group_are_a_group_of_their_own() =>
        Assert.Equal("1: a (1); 2: - (2)", Written(Bands.OfElectors([GroupId.Of("a")], [null, GroupId.Of("a"), null], 1)));

    static readonly Comparer<GroupId> ByValue = Comparer<GroupId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    /// <summary>Groups in this order, with so many electors: <c>a9 b5</c>.</summary>
    static ImmutableArray<Band> Of(string groups, int smallGroup)
    {
        var sized = groups.Split(' ').Select(g => (Id: GroupId.Of(g[..1]), Size: int.Parse(g[1..]))).ToList();
        return Bands.OfElectors(sized.Select(g => g.Id), sized.SelectMany(g => Enumerable.Repeat<GroupId?>(g.Id, g.Size)), smallGroup);
    }

    static string Written(IEnumerable<Band> bands) =>
        string.Join("; ", bands.Select(b => $"{b.Id}: {string.Join(", ", b.Groups)} ({b.Electors})"));
}
