using Workshop.Core.Cards;

namespace Workshop.Core.Clusters;

/// <summary>What everyone sees of clusters.</summary>
public static class ClustersView
{
    /// <summary>What an event touched. A line of the plan names the size of the cluster it comes from.</summary>
    public static IEnumerable<Subject> TouchedBy(WorkshopState after, IClustersEvent happened)
    {
        IEnumerable<Subject> touched = happened switch
        {
            ClusterCreated e => [Subject(e.Cluster)],
            ClusterRenamed e => [Subject(e.Cluster)],
            ClusterMoved e => [Subject(e.Cluster)],
            ClusterRemoved e => [Subject(e.Cluster), .. e.Cards.Select(Placement)],
            CardsPlaced e =>
            [
                .. e.Cards.Select(p => Placement(p.Card)),
                .. e.Cards.Select(p => p.FromCluster).Append(e.Cluster).OfType<ClusterId>().Distinct().Select(Subject),
            ],
            _ => [],
        };
        return after.Plan.Lines.IsEmpty ? touched : touched.Append(new(SubjectKind.Plan));
    }

    /// <summary>A cluster's record.</summary>
    public static IEnumerable<Projected> OfCluster(WorkshopState state, ClusterId id) => state.Clusters.Find(id) is not { } cluster ? [] :
    [
        new(new("public", View.TopicOf(cluster.Activity)), new ClusterRecord
        {
            Cluster = id,
            Activity = cluster.Activity,
            Number = cluster.Label,
            Name = cluster.Name,
            Rank = cluster.Rank,
            Size = SizeOf(state, cluster),
        }),
    ];

    /// <summary>Where a card is sorted, in every clustering, while it is active.</summary>
    public static IEnumerable<Projected> OfPlacement(WorkshopState state, CardId card) =>
        state.Cards.Find(card) is not { Status: CardStatus.Active } ? [] :
        from activity in state.Clusters.All.Values.Select(k => k.Activity).Distinct()
        let placement = state.Clusters.Placements.GetValueOrDefault((activity, card))
        where placement is not null
        select new Projected(new("public", View.TopicOf(activity)), new PlacementRecord
        {
            Activity = activity,
            Card = card,
            Cluster = placement.Cluster,
            Rank = placement.Rank,
        });

    /// <summary>How many active cards a cluster holds.</summary>
    public static int SizeOf(WorkshopState state, Cluster cluster) =>
        cluster.Cards.Count(c => state.Cards.Find(c) is { Status: CardStatus.Active });

    static Subject Subject(ClusterId cluster) => new(SubjectKind.Cluster, cluster.Value);
    static Subject Placement(CardId card) => new(SubjectKind.Placement, card.Value);
}
