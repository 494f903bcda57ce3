namespace Workshop.Core.Voting;

/// <summary>
/// Puts stakeholder groups that are too small to stay secret together with others: smallest first, until each band has enough or
/// one is left. Since small ones disappear into larger ones and nothing is left out, no band can be computed from the others.
/// </summary>
public static class Bands
{
    /// <summary>The bands of an electorate, in the order of the workshop's groups.</summary>
    /// <param name="groups">The order of the groups.</param>
    /// <param name="electors">The group of each elector; null: none.</param>
    /// <param name="smallGroup">The fewest electors of a band.</param>
    public static ImmutableArray<Band> OfElectors(IEnumerable<GroupId> groups, IEnumerable<GroupId?> electors, int smallGroup)
    {
        var counts = electors.CountBy(g => g ?? Band.NoGroup).ToDictionary();
        GroupId[] order = [.. groups.Where(counts.ContainsKey), .. counts.Keys.Except(groups)];
        var merged = Merge([.. order.Select(g => (Groups: ImmutableArray.Create(g), Size: counts[g]))], b => b.Size,
            (a, b) => ([.. a.Groups, .. b.Groups], a.Size + b.Size), smallGroup);
        return [.. merged
            .Select(b => (Groups: b.Groups.OrderBy(g => Array.IndexOf(order, g)).ToImmutableArray(), b.Size))
            .OrderBy(b => Array.IndexOf(order, b.Groups[0]))
            .Select((b, i) => new Band($"{i + 1}", b.Groups, b.Size))];
    }

    /// <summary>Merges the smallest with the next smallest while it is below <paramref name="least"/> and not alone. Ties: the earlier.</summary>
    public static List<T> Merge<T>(IEnumerable<T> bands, Func<T, int> size, Func<T, T, T> join, int least)
    {
        var left = bands.ToList();
        while (left.Count > 1 && left.Min(size) < least)
        {
            var smallest = left.OrderBy(size).Take(2).ToList();
            left[left.IndexOf(smallest[0])] = join(smallest[0], smallest[1]);
            left.Remove(smallest[1]);
        }

        return left;
    }
}
