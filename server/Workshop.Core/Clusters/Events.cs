namespace Workshop.Core.Clusters;

/// <summary>What happened to clusters.</summary>
public interface IClustersEvent : IEvent;

/// <summary>A cluster exists. Its number is given in evolve.</summary>
public sealed record ClusterCreated(ClusterId Cluster, ActivityId Activity, Text Name, string Rank) : IClustersEvent;

/// <summary>A cluster has another name.</summary>
public sealed record ClusterRenamed(ClusterId Cluster, Text Name, Text From) : IClustersEvent;

/// <summary>A cluster has another place.</summary>
public sealed record ClusterMoved(ClusterId Cluster, string Rank, string FromRank) : IClustersEvent;

/// <summary>A cluster is dissolved; what it was, and its cards in order, which are unsorted now.</summary>
public sealed record ClusterRemoved(ClusterId Cluster, ActivityId Activity, Text Name, string Rank, ImmutableArray<CardId> Cards) : IClustersEvent;

/// <summary>Cards are in a cluster (null: unsorted).</summary>
public sealed record CardsPlaced(ActivityId Activity, ClusterId? Cluster, ImmutableArray<PlacedCard> Cards) : IClustersEvent;

/// <summary>A card's new place, and the one it had.</summary>
public sealed record PlacedCard(CardId Card, string Rank, ClusterId? FromCluster, string? FromRank);
