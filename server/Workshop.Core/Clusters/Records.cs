namespace Workshop.Core.Clusters;

/// <summary>A cluster, in <c>public/activity:A</c>; id <c>cluster:K</c>.</summary>
public sealed record ClusterRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"cluster:{Cluster}";
    /// <summary>Which.</summary>
    public required ClusterId Cluster { get; init; }
    /// <summary>The clustering activity.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>The number that people say: <c>K01</c>, in the order of creation.</summary>
    public required string Number { get; init; }
    /// <summary>Its name.</summary>
    public required Text Name { get; init; }
    /// <summary>Sorts the clusters: by rank, then id; ordinal.</summary>
    public required string Rank { get; init; }
    /// <summary>How many active cards it holds.</summary>
    public required int Size { get; init; }
}

/// <summary>Where an active card is sorted, in <c>public/activity:A</c>; id <c>placed:A/C</c>. A card without one is unsorted.</summary>
public sealed record PlacementRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"placed:{Activity}/{Card}";
    /// <summary>The clustering activity.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>Which card.</summary>
    public required CardId Card { get; init; }
    /// <summary>In which cluster.</summary>
    public required ClusterId Cluster { get; init; }
    /// <summary>Sorts the cards of a cluster: by rank, then id; ordinal.</summary>
    public required string Rank { get; init; }
}
