using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;

namespace Workshop.Core.Tests.Clusters;

public class ClusterTests
{
    static readonly ActivityId Sorting = ActivityId.Of("sorting");
    static readonly ClusterId K1 = ClusterId.Of("k1");
    static readonly ImmutableArray<IEvent> TwoClusters = [.. Some.Sorting, Some.Cluster("k1"), Some.Cluster("k2")];

    static readonly CreateCluster Create = new() { Activity = Sorting, Name = Some.NewText("Single window") };
    static readonly RenameCluster Rename = new() { Cluster = K1, Name = Some.NewText("One window") };

    [Fact]
    public void K1_Clusters_change_only_while_their_clustering_is_open()
    {
        var closed = Scenario.InARoom([.. TwoClusters, Some.Closed("sorting")]);
        foreach (var command in new ICommand[]
        {
            Create,
            Create with { Activity = ActivityId.Of("board") },
            Create with { Activity = ActivityId.Of("gone") },
            Rename,
            new MoveCluster { Cluster = K1 },
            new RemoveCluster { Cluster = K1 },
            Place("k1", null, "c1"),
        })
        {
            closed.When(Some.Facilitator, command).ThenRejected("clusters.not-open");
        }
    }

    [Fact]
    public void K2_A_cluster_is_made_at_the_end() => Scenario
        .InARoom(TwoClusters)
        .When(Some.Facilitator, Create, id: "k3")
        .Then(new ClusterCreated(ClusterId.Of("k3"), Sorting, Some.Text("Single window"), "i00003"));

    [Fact]
    public void K2_A_cluster_can_be_made_of_cards_in_one_step() => Scenario
        .InARoom(TwoClusters)
        .When(Some.Facilitator, Create with { Cards = [CardId.Of("c3"), CardId.Of("c1")] }, id: "k3")
        .Then(
            new ClusterCreated(ClusterId.Of("k3"), Sorting, Some.Text("Single window"), "i00003"),
            new CardsPlaced(Sorting, ClusterId.Of("k3"),
                [new(CardId.Of("c3"), "i00000", null, null), new(CardId.Of("c1"), "i00001", null, null)]));

    [Fact]
    public void K2_A_cluster_is_named_in_several_languages_and_says_what_it_was_called()
    {
        var name = Some.NewText(("en", "One window"), ("ru", "Единое окно"));
        Scenario.InARoom(TwoClusters)
            .When(Some.Facilitator, Rename with { Name = name })
            .Then(new ClusterRenamed(K1, new()
            {
                Original = "en",
                Version = 2,
                Versions = new Dictionary<string, Wording>
                {
                    ["en"] = new() { Text = "One window", OfVersion = 2 },
                    ["ru"] = new() { Text = "Единое окно", Kind = WordingKind.Checked, By = PersonId.Of("fay"), OfVersion = 2 },
                },
            }, Some.Text("k1")));
    }

    [Fact]
    public void K2_A_name_is_a_text_of_120_graphemes()
    {
        var room = Scenario.InARoom(TwoClusters);
        room.When(Some.Facilitator, Create with { Name = Some.NewText(new string('x', 121)) }).ThenRejected("text.too-long", ("most", "120"));
        room.When(Some.Facilitator, Rename with { Name = Some.NewText(" ") }).ThenRejected("text.empty");
    }

    [Fact]
    public void K2_Numbers_follow_the_order_of_creation_and_are_never_given_again()
    {
        var scenario = Scenario.InARoom(
        [
            .. TwoClusters, new ClusterRemoved(ClusterId.Of("k2"), Sorting, Some.Text("k2"), "i00002", []), Some.Cluster("k3"),
            new ClusterMoved(ClusterId.Of("k3"), "i00000", "i00003"),
        ]);
        Assert.Equal("k3 K03, k1 K01", string.Join(", ", scenario.State.Clusters.Of(Sorting).Select(k => $"{k.Id} {k.Label}")));
    }

    [Fact]
    public void K3_A_card_that_goes_into_a_cluster_leaves_the_one_it_was_in()
    {
        var scenario = Scenario.InARoom([.. TwoClusters, Some.Placed("k1", "c1", "c2")])
            .When(Some.Facilitator, Place("k2", null, "c1"))
            .Then(new CardsPlaced(Sorting, ClusterId.Of("k2"), [new(CardId.Of("c1"), "i00000", K1, "i00001")]));
        Assert.Equal("k1: c2; k2: c1", Sorted(scenario));
    }

    [Fact]
    public void K3_Cards_can_be_unsorted_again()
    {
        var scenario = Scenario.InARoom([.. TwoClusters, Some.Placed("k1", "c1", "c2")])
            .When(Some.Facilitator, Place(null, null, "c1", "c3"))
            .Then(new CardsPlaced(Sorting, null, [new(CardId.Of("c1"), "i00000", K1, "i00001")]));
        Assert.Equal("k1: c2; k2: ", Sorted(scenario));
    }

    [Fact]
    public void K4_Only_active_cards_of_the_board_are_sorted()
    {
        foreach (var gone in new IEvent[]
        {
            new CardHidden(CardId.Of("c1"), "", CardStatus.Active),
            new CardParked(CardId.Of("c1"), "", CardStatus.Active),
            new CardWithdrawn(CardId.Of("c1")),
        })
        {
            Scenario.InARoom([.. TwoClusters, gone]).When(Some.Facilitator, Place("k1", null, "c2", "c1")).ThenRejected("clusters.card-not-there");
            Scenario.InARoom([.. TwoClusters, gone]).When(Some.Facilitator, Create with { Cards = [CardId.Of("c1")] }).ThenRejected("clusters.card-not-there");
        }

        Scenario.InARoom([.. TwoClusters, .. Some.Swot, Some.Card("s1", board: "swot", section: "s")])
            .When(Some.Facilitator, Place("k1", null, "s1")).ThenRejected("clusters.card-not-there");
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, Place("k1", null, "gone")).ThenRejected("clusters.card-not-there");
    }

    [Fact]
    public void K4_Cards_are_placed_1_to_500_at_once_and_none_twice()
    {
        var many = Scenario.InARoom([.. TwoClusters, .. Enumerable.Range(1, 501).Select(i => Some.Card($"m{i}"))]);
        var cards = Enumerable.Range(1, 501).Select(i => $"m{i}").ToArray();
        many.When(Some.Facilitator, Place("k1", null, cards)).ThenRejected("clusters.card-count", ("most", "500"));
        many.When(Some.Facilitator, Create with { Cards = [.. cards.Select(CardId.Of)] }).ThenRejected("clusters.card-count");
        many.When(Some.Facilitator, Place("k1", null)).ThenRejected("clusters.card-count");
        many.When(Some.Facilitator, Place("k1", null, "c1", "c1")).ThenRejected("clusters.card-count");
        Assert.Null(many.When(Some.Facilitator, Place("k1", null, cards[..500])).Decision.Rejection);
    }

    [Fact]
    public void K4_The_cluster_is_one_of_the_clustering()
    {
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, Place("gone", null, "c1")).ThenRejected("clusters.no-such-cluster");
        Scenario.InARoom(
        [
            .. TwoClusters, Some.Activity("second", new ClusteringSettings()), Some.Opened("second", source: "board"),
        ]).When(Some.Facilitator, Place("k1", null, "c1") with { Activity = ActivityId.Of("second") }).ThenRejected("clusters.no-such-cluster");
    }

    [Theory]
    [InlineData(null, "c1 c2 c3 c4")]
    [InlineData("c1", "c1 c3 c4 c2")]
    [InlineData("gone", "c1 c2 c3 c4")]
    public void K5_Cards_stand_where_they_were_put_in_their_order(string? after, string order)
    {
        var scenario = Scenario.InARoom([.. TwoClusters, Some.Placed("k1", "c1", "c2")]).When(Some.Facilitator, Place("k1", after, "c3", "c4"));
        Assert.Equal($"k1: {order}; k2: ", Sorted(scenario.And(scenario.Decision.Events)));
    }

    [Theory]
    [InlineData("k1", "k2", "k2 k1 k3")]
    [InlineData("k3", null, "k3 k1 k2")]
    [InlineData("k3", "k1", "k1 k3 k2")]
    [InlineData("k1", "gone", "k2 k3 k1")]
    public void K5_Clusters_stand_where_they_were_put(string cluster, string? after, string order)
    {
        var scenario = Scenario.InARoom([.. TwoClusters, Some.Cluster("k3")]).When(Some.Facilitator,
            new MoveCluster { Cluster = ClusterId.Of(cluster), After = after is null ? null : ClusterId.Of(after) });
        Assert.Equal(order, Order(scenario.And(scenario.Decision.Events)));
    }

    [Fact]
    public void K5_A_moved_cluster_says_where_it_was() => Scenario
        .InARoom(TwoClusters)
        .When(Some.Facilitator, new MoveCluster { Cluster = ClusterId.Of("k2") })
        .Then(new ClusterMoved(ClusterId.Of("k2"), "i00000", "i00002"));

    [Theory]
    [InlineData("k1", "k1 k9 k2")]
    [InlineData("gone", "k1 k2 k9")]
    public void K5_A_new_cluster_goes_behind_the_one_named(string after, string order)
    {
        var scenario = Scenario.InARoom(TwoClusters).When(Some.Facilitator, Create with { After = ClusterId.Of(after) }, id: "k9");
        Assert.Equal(order, Order(scenario.And(scenario.Decision.Events)));
    }

    [Fact]
    public void K6_A_dissolved_cluster_leaves_its_cards_unsorted_and_says_what_it_was()
    {
        var scenario = Scenario.InARoom([.. TwoClusters, Some.Placed("k1", "c2", "c1")])
            .When(Some.Facilitator, new RemoveCluster { Cluster = K1 })
            .Then(new ClusterRemoved(K1, Sorting, Some.Text("k1"), "i00001", [CardId.Of("c1"), CardId.Of("c2")]));
        Assert.Equal("k2: ", Sorted(scenario));
        Assert.Empty(scenario.State.Clusters.Placements);
    }

    [Fact]
    public void K6_A_cluster_that_was_voted_on_stays() => Scenario
        .InARoom(Some.OpenVote())
        .When(Some.Facilitator, new RemoveCluster { Cluster = K1 })
        .ThenRejected("clusters.voted-on");

    [Fact]
    public void K7_A_hidden_card_counts_in_no_cluster_and_restored_is_where_it_was()
    {
        var scenario = Scenario.InARoom([.. TwoClusters, Some.Placed("k1", "c1", "c2")]);
        Assert.Equal((2, 2), Counted(scenario));
        scenario.And(new CardHidden(CardId.Of("c1"), "", CardStatus.Active));
        Assert.Equal((1, 1), Counted(scenario));
        scenario.And(new CardRestored(CardId.Of("c1"), CardStatus.Hidden));
        Assert.Equal((2, 2), Counted(scenario));
        Assert.Equal("k1: c1 c2; k2: ", Sorted(scenario));

        static (int Size, int Placements) Counted(Scenario scenario)
        {
            var records = Projection.Of(scenario.State, scenario.People, new View("public", "activity:sorting")).ToList();
            return (records.OfType<ClusterRecord>().Single(k => k.Cluster == K1).Size, records.OfType<PlacementRecord>().Count());
        }
    }

    [Fact]
    public void K8_A_workshop_takes_200_clusters() => Scenario
        .InARoom([.. Some.Sorting, .. Enumerable.Range(1, 200).Select(i => Some.Cluster($"k{i}"))])
        .When(Some.Facilitator, Create)
        .ThenRejected("clusters.too-many", ("most", "200"));

    [Fact]
    public void K9_What_is_so_already_changes_nothing()
    {
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, Rename with { Name = Some.NewText("k1") }).ThenNothing();
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, new MoveCluster { Cluster = K1 }).ThenNothing();
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, Place(null, null, "c1")).ThenNothing();
    }

    [Fact]
    public void K9_A_cluster_that_does_not_exist_is_refused()
    {
        var gone = ClusterId.Of("gone");
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, Rename with { Cluster = gone }).ThenRejected("clusters.no-such-cluster");
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, new MoveCluster { Cluster = gone }).ThenRejected("clusters.no-such-cluster");
        Scenario.InARoom(TwoClusters).When(Some.Facilitator, new RemoveCluster { Cluster = gone }).ThenRejected("clusters.no-such-cluster");
    }

    static PlaceCards Place(string? cluster, string? after, params string[] cards) => new()
    {
        Activity = Sorting,
        Cards = [.. cards.Select(CardId.Of)],
        Cluster = cluster is null ? null : ClusterId.Of(cluster),
        After = after is null ? null : CardId.Of(after),
    };

    static string Order(Scenario scenario) => string.Join(' ', scenario.State.Clusters.Of(Sorting).Select(k => k.Id));

    static string Sorted(Scenario scenario) => string.Join("; ", scenario.State.Clusters.Of(Sorting)
        .Select(k => $"{k.Id}: {string.Join(' ', scenario.State.Clusters.CardsIn(k))}"));
}
