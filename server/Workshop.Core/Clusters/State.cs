namespace Workshop.Core.Clusters;

/// <summary>The clusters, and which card is in which.</summary>
public sealed record ClustersState
{
    /// <summary>None.</summary>
    public static ClustersState Empty { get; } = new();

    /// <summary>The clusters that were not dissolved.</summary>
    public ImmutableDictionary<ClusterId, Cluster> All { get; init; } = ImmutableDictionary<ClusterId, Cluster>.Empty;

    /// <summary>Per clustering activity, where each sorted card is.</summary>
    public ImmutableDictionary<(ActivityId Activity, CardId Card), Placement> Placements { get; init; } =
        ImmutableDictionary<(ActivityId, CardId), Placement>.Empty;

    /// <summary>How many numbers were given.</summary>
    public int Numbers { get; init; }

    /// <summary>The cluster with this id.</summary>
    public Cluster? Find(ClusterId id) => All.GetValueOrDefault(id);

    /// <summary>The clusters of an activity, in order.</summary>
    public IEnumerable<Cluster> Of(ActivityId activity) => All.Values
        .Where(c => c.Activity == activity)
        .OrderBy(c => c.Rank, StringComparer.Ordinal).ThenBy(c => c.Id.Value, StringComparer.Ordinal);

    /// <summary>The cards of a cluster, in order, whatever has become of them.</summary>
    public IEnumerable<CardId> CardsIn(Cluster cluster) => cluster.Cards
        .OrderBy(c => Placements[(cluster.Activity, c)].Rank, StringComparer.Ordinal).ThenBy(c => c.Value, StringComparer.Ordinal);
}

/// <summary>A cluster.</summary>
public sealed record Cluster
{
    /// <summary>Which.</summary>
    public required ClusterId Id { get; init; }
    /// <summary>The clustering activity.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>From 1, in the order of creation.</summary>
    public required int Number { get; init; }
    /// <summary>Its name.</summary>
    public required Text Name { get; init; }
    /// <summary>Its place.</summary>
    public required string Rank { get; init; }
    /// <summary>The cards put into it, whatever has become of them.</summary>
    public ImmutableHashSet<CardId> Cards { get; init; } = [];

    /// <summary>The number that people say: <c>K01</c>.</summary>
    public string Label => $"K{Number:00}";
}

/// <summary>Where a card is sorted.</summary>
public sealed record Placement(ClusterId Cluster, string Rank);
