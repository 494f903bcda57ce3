namespace Workshop.Core.Clusters;

/// <summary>Every way in which a command about clusters is refused.</summary>
public static class ClustersRejections
{
    /// <summary>The activity is no clustering, or does not take changes now.</summary>
    public static Rejection NotOpen() => Rejection.Of("clusters.not-open");
    /// <summary>There is no such cluster here.</summary>
    public static Rejection NoSuchCluster() => Rejection.Of("clusters.no-such-cluster");
    /// <summary>A card is not on the board that is sorted, or has been hidden, parked or withdrawn.</summary>
    public static Rejection CardNotThere() => Rejection.Of("clusters.card-not-there");
    /// <summary>No cards, or too many at once.</summary>
    public static Rejection CardCount(int most) => Rejection.Of("clusters.card-count", ("most", most));
    /// <summary>The cluster has been voted on, so it stays.</summary>
    public static Rejection VotedOn() => Rejection.Of("clusters.voted-on");
    /// <summary>More clusters than a workshop takes.</summary>
    public static Rejection TooMany(int most) => Rejection.Of("clusters.too-many", ("most", most));
}
