using System.Diagnostics;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;

namespace Workshop.Core.Clusters;

/// <summary>Decides and evolves clusters. A card lies in one cluster of a clustering or in none.</summary>
public static class ClustersDecider
{
    /// <summary>What a command comes to.</summary>
    public static Decision Decide(WorkshopState state, Asking asking, IClustersCommand command) => command switch
    {
        CreateCluster c => Create(state, asking, c),
        RenameCluster c => Rename(state, asking, c),
        MoveCluster c => Move(state, c),
        RemoveCluster c => Remove(state, c),
        PlaceCards c => Place(state, c),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    static Decision Create(WorkshopState state, Asking asking, CreateCluster c)
    {
        var (name, rejection) = Writing.Read(c.Name, Writing.Name, asking.Person);
        rejection ??= BoardOf(state, c.Activity) is null ? ClustersRejections.NotOpen()
            : state.Clusters.All.Count >= Limits.Clusters ? ClustersRejections.TooMany(Limits.Clusters)
            : c.Cards.IsEmpty ? null
            : RefuseCards(state, c.Activity, c.Cards);
        if (rejection is not null)
        {
            return rejection;
        }

        var id = ClusterId.Of(asking.Id.Value);
        var all = state.Clusters.Of(c.Activity).ToList();
        var (low, high) = c.After is null ? (all.LastOrDefault()?.Rank, null) : Rank.Gap(all, k => k.Id, k => k.Rank, c.After);
        var created = new ClusterCreated(id, c.Activity, name, Rank.Between(low, high));
        return c.Cards.IsEmpty ? [created] : [created, new CardsPlaced(c.Activity, id, Between(state, c.Activity, c.Cards, null, null))];
    }

    static Decision Rename(WorkshopState state, Asking asking, RenameCluster c)
    {
        if (Find(state, c.Cluster, out var cluster) is { } rejection)
        {
            return rejection;
        }

        var (name, unfit) = Writing.Read(c.Name, Writing.Name, asking.Person, cluster.Name);
        return unfit is not null ? unfit : name == cluster.Name ? [] : [new ClusterRenamed(c.Cluster, name, cluster.Name)];
    }

    static Decision Move(WorkshopState state, MoveCluster c)
    {
        if (Find(state, c.Cluster, out var cluster) is { } rejection)
        {
            return rejection;
        }

        var others = state.Clusters.Of(cluster.Activity).Where(k => k.Id != c.Cluster);
        var (low, high) = Rank.Gap(others, k => k.Id, k => k.Rank, c.After);
        var stays = string.CompareOrdinal(low, cluster.Rank) < 0 && (high is null || string.CompareOrdinal(cluster.Rank, high) < 0);
        return stays ? [] : [new ClusterMoved(c.Cluster, Rank.Between(low, high), cluster.Rank)];
    }

    static Decision Remove(WorkshopState state, RemoveCluster c) =>
        Find(state, c.Cluster, out var cluster) is { } rejection ? rejection
        : state.Voting.All.Values.Any(v => v.Items.Any(i => i.Id == c.Cluster)) ? ClustersRejections.VotedOn()
        : [new ClusterRemoved(c.Cluster, cluster.Activity, cluster.Name, cluster.Rank, [.. state.Clusters.CardsIn(cluster)])];

    static Decision Place(WorkshopState state, PlaceCards c)
    {
        if (RefuseCards(state, c.Activity, c.Cards) is { } rejection)
        {
            return rejection;
        }

        if (c.Cluster is not { } target)
        {
            var sorted = c.Cards.Where(card => state.Clusters.Placements.ContainsKey((c.Activity, card))).ToImmutableArray();
            return sorted.IsEmpty ? [] : [new CardsPlaced(c.Activity, null, Between(state, c.Activity, sorted, null, null))];
        }

        if (state.Clusters.Find(target) is not { } cluster || cluster.Activity != c.Activity)
        {
            return ClustersRejections.NoSuchCluster();
        }

        var others = state.Clusters.CardsIn(cluster).Where(card => !c.Cards.Contains(card))
            .Select(card => (Card: card, state.Clusters.Placements[(c.Activity, card)].Rank)).ToList();
        var (low, high) = c.After is null ? (others.LastOrDefault().Rank, null) : Rank.Gap(others, o => o.Card, o => o.Rank, c.After);
        return [new CardsPlaced(c.Activity, target, Between(state, c.Activity, c.Cards, low, high))];
    }

    static ImmutableArray<PlacedCard> Between(
        WorkshopState state, ActivityId activity, ImmutableArray<CardId> cards, string? low, string? high) =>
    [
        .. cards.Zip(Rank.Between(low, high, cards.Length), (card, rank) =>
        {
            var from = state.Clusters.Placements.GetValueOrDefault((activity, card));
            return new PlacedCard(card, rank, from?.Cluster, from?.Rank);
        }),
    ];

    /// <summary>The clusters after an event.</summary>
    public static ClustersState Evolve(ClustersState clusters, IClustersEvent happened) => happened switch
    {
        ClusterCreated e => clusters with
        {
            Numbers = clusters.Numbers + 1,
            All = clusters.All.SetItem(e.Cluster, new()
            {
                Id = e.Cluster,
                Activity = e.Activity,
                Number = clusters.Numbers + 1,
                Name = e.Name,
                Rank = e.Rank,
            }),
        },
        ClusterRenamed e => clusters.With(e.Cluster, k => k with { Name = e.Name }),
        ClusterMoved e => clusters.With(e.Cluster, k => k with { Rank = e.Rank }),
        ClusterRemoved e => clusters with
        {
            All = clusters.All.Remove(e.Cluster),
            Placements = clusters.Placements.RemoveRange(e.Cards.Select(card => (e.Activity, card))),
        },
        CardsPlaced e => e.Cards.Aggregate(clusters, (sofar, placed) => Place(sofar, e, placed)),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    static ClustersState Place(ClustersState clusters, CardsPlaced e, PlacedCard placed)
    {
        var where = (e.Activity, placed.Card);
        if (clusters.Placements.GetValueOrDefault(where) is { } from)
        {
            clusters = clusters.With(from.Cluster, k => k with { Cards = k.Cards.Remove(placed.Card) });
        }

        return e.Cluster is not { } target
            ? clusters with { Placements = clusters.Placements.Remove(where) }
            : clusters.With(target, k => k with { Cards = k.Cards.Add(placed.Card) }) with
            {
                Placements = clusters.Placements.SetItem(where, new(target, placed.Rank)),
            };
    }

    static Rejection? Find(WorkshopState state, ClusterId id, out Cluster cluster)
    {
        cluster = state.Clusters.Find(id)!;
        return cluster is null ? ClustersRejections.NoSuchCluster()
            : BoardOf(state, cluster.Activity) is null ? ClustersRejections.NotOpen()
            : null;
    }

    /// <summary>The board that an open clustering sorts; null: it is not open, or no clustering.</summary>
    static ActivityId? BoardOf(WorkshopState state, ActivityId activity) =>
        state.Agenda.Activities.GetValueOrDefault(activity) is { Settings: ClusteringSettings, Status: ActivityStatus.Open } open
            ? open.Source
            : null;

    static Rejection? RefuseCards(WorkshopState state, ActivityId activity, ImmutableArray<CardId> cards) =>
        BoardOf(state, activity) is not { } board ? ClustersRejections.NotOpen()
        : cards.Length is 0 or > Limits.CardsAtOnce || cards.Distinct().Count() < cards.Length ? ClustersRejections.CardCount(Limits.CardsAtOnce)
        : cards.All(id => state.Cards.Find(id) is { Status: CardStatus.Active } card && card.Board == board) ? null
        : ClustersRejections.CardNotThere();
}

/// <summary>The words of the feature for its state.</summary>
public static class ClustersWords
{
    extension(ClustersState clusters)
    {
        /// <summary>With a cluster changed; without it, as it was.</summary>
        public ClustersState With(ClusterId id, Func<Cluster, Cluster> change) =>
            clusters.Find(id) is { } cluster ? clusters with { All = clusters.All.SetItem(id, change(cluster)) } : clusters;
    }
}
