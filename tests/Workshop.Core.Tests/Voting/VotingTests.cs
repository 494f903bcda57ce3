using Workshop.Core.Agenda;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Voting;

public class VotingTests
{
    static readonly ActivityId Vote = ActivityId.Of("vote");
    static readonly OpenVoting Open = new() { Activity = Vote };
    static readonly CloseVoting Close = new() { Activity = Vote };

    [Fact]
    public void V1_Opening_freezes_items_rule_and_electorate() => Scenario
        .InARoom(Some.Vote())
        .When(Some.Facilitator, Open)
        .Then(Some.VotingOpened());

    [Fact]
    public void V1_Items_stand_in_the_order_of_creation_and_are_called_as_they_are_now()
    {
        var scenario = Scenario.InARoom(
        [
            .. Some.Vote(),
            new ClusterMoved(ClusterId.Of("k3"), "i00000", "i00003"),
            new ClusterRenamed(ClusterId.Of("k1"), Some.Text("Renamed"), Some.Text("k1")),
        ]).When(Some.Facilitator, Open);
        Assert.Equal(["1 Renamed", "2 k2", "3 k3"], Opened(scenario).Items.Select(i => $"{i.Number} {i.Name.Words}"));
    }

    [Fact]
    public void V1_What_was_frozen_stays()
    {
        var scenario = Scenario.InARoom(
        [
            .. Some.OpenVote(), new ClusterRenamed(ClusterId.Of("k1"), Some.Text("Renamed"), Some.Text("k1")), Some.Cluster("k4"),
            Some.Joined("dana"),
        ]);
        var vote = scenario.State.Voting.Find(Vote)!;
        Assert.Equal("k1", vote.Items[0].Name.Words);
        Assert.Equal((3, 2), (vote.Items.Length, vote.Electors.Count));
    }

    [Fact]
    public void V1_Electors_are_those_with_a_vote_in_the_room_whom_the_facilitator_does_not_leave_out()
    {
        var scenario = Scenario.InARoom(
        [
            .. Some.Vote(),
            Some.Joined("dana"), new PersonLeft(PersonId.Of("dana")),
            Some.Joined("erik"), new VotingRightSet(PersonId.Of("erik"), Votes: false, From: true),
            Some.Joined("fola"), new PersonLeft(PersonId.Of("fola")), new PersonReturned(PersonId.Of("fola")),
            new VotingRightSet(PersonId.Of("sam"), Votes: true, From: false),
        ]).When(Some.Facilitator, Open with { Without = [PersonId.Of("bruno"), PersonId.Of("nobody")] });
        Assert.Equal(["aigerim", "fola", "sam"], Opened(scenario).Electors.Select(e => e.Value));
    }

    [Fact]
    public void V1_A_vote_opens_its_step_and_a_box_with_a_roll()
    {
        var scenario = Scenario.InARoom(Some.Vote()).When(Some.Facilitator, Open).Then(Some.VotingOpened());
        Assert.Equal(ActivityStatus.Open, scenario.State.Agenda.Activities[Vote].Status);
        var box = Assert.Single(Domain.BoxesOpenedBy(Some.VotingOpened()));
        Assert.Equal("vote: aigerim bruno", $"{box.Box}: {string.Join(' ', box.Electors)}");
        Assert.Empty(Domain.BoxesOpenedBy(Some.Opened("board")));
    }

    [Fact]
    public void V2_A_vote_needs_two_clusters()
    {
        Scenario.InARoom([.. Some.Sorting, Some.Cluster("k1"), Some.Activity("vote", new VoteSettings { Rule = Some.Rule() })])
            .When(Some.Facilitator, Open).ThenRejected("voting.too-few-items");
        Scenario.InARoom(Some.Activity("vote", new VoteSettings { Rule = Some.Rule() }))
            .When(Some.Facilitator, Open).ThenRejected("voting.too-few-items");
    }

    [Fact]
    public void V2_A_vote_needs_an_elector() => Scenario
        .InARoom(Some.Vote())
        .When(Some.Facilitator, Open with { Without = [PersonId.Of("aigerim"), PersonId.Of("bruno")] })
        .ThenRejected("voting.no-electors");

    [Fact]
    public void V2_Only_a_vote_can_be_opened()
    {
        Scenario.InARoom(Some.Board).When(Some.Facilitator, Open with { Activity = ActivityId.Of("board") }).ThenRejected("voting.no-such-vote");
        Scenario.InARoom().When(Some.Facilitator, Open).ThenRejected("voting.no-such-vote");
    }

    [Fact]
    public void V3_More_dots_than_the_rule_allows_are_refused()
    {
        var vote = Scenario.InARoom(Some.OpenVote(Some.Rule(dots: 3, mostOnOne: 2)));
        vote.When(Some.Aigerim, Some.Ballot(("k1", 2), ("k2", 2))).ThenRejected("voting.over-budget", ("dots", "4"), ("budget", "3"));
        vote.When(Some.Aigerim, Some.Ballot(("k1", 3))).ThenRejected("voting.too-many-on-one", ("dots", "3"), ("most", "2"));
        vote.When(Some.Aigerim, Some.Ballot(("k1", int.MaxValue), ("k2", int.MaxValue))).ThenRejected("voting.too-many-on-one");
        vote.When(Some.Aigerim, Some.Ballot(("k1", 2), ("k2", 1))).ThenCast();
    }

    [Fact]
    public void V3_Where_the_rule_wants_all_dots_placed_fewer_are_refused()
    {
        var vote = Scenario.InARoom(Some.OpenVote(Some.Rule(dots: 3, partial: false)));
        vote.When(Some.Aigerim, Some.Ballot(("k1", 2))).ThenRejected("voting.under-budget", ("dots", "2"), ("budget", "3"));
        vote.When(Some.Aigerim, Some.Ballot(("k1", 2), ("k3", 1))).ThenCast();
    }

    [Fact]
    public void V3_Dots_on_something_else_are_refused() => Scenario
        .InARoom([.. Some.OpenVote(), Some.Cluster("k4")])
        .When(Some.Aigerim, Some.Ballot(("k1", 1), ("k4", 1)))
        .ThenRejected("voting.no-such-item");

    [Fact]
    public void V3_A_malformed_ballot_is_refused()
    {
        var ballot = Some.Ballot(("k1", 1));
        foreach (var malformed in new[]
        {
            Some.Ballot(("k1", 0)),
            Some.Ballot(("k1", -1)),
            ballot with { Ballot = ballot.Ballot[1..] },
            ballot with { Ballot = ballot.Ballot.ToUpperInvariant() },
            ballot with { EditHash = ballot.EditHash + "0" },
            ballot with { EditHash = new('g', 64) },
            ballot with { Key = "" },
            ballot with { Key = new('٣', 32) },
        })
        {
            Scenario.InARoom(Some.OpenVote()).When(Some.Aigerim, malformed).ThenRejected("voting.malformed");
        }
    }

    [Fact]
    public void V4_Only_electors_vote()
    {
        var vote = Scenario.InARoom([.. Some.OpenVote(), Some.Joined("late")]);
        vote.When(new(PersonId.Of("late"), Role.Participant), Some.Ballot(("k1", 1))).ThenRejected("voting.not-a-voter");
        vote.When(Some.Facilitator, Some.Ballot(("k1", 1))).ThenRejected("voting.not-a-voter");
    }

    [Fact]
    public void V4_Only_while_the_vote_and_the_session_are_open()
    {
        Scenario.InARoom(Some.Vote()).When(Some.Aigerim, Some.Ballot(("k1", 1))).ThenRejected("voting.not-open");
        Scenario.InARoom([.. Some.OpenVote(), new SessionClosed()]).When(Some.Aigerim, Some.Ballot(("k1", 1))).ThenRejected("workshop.closed");
    }

    [Fact]
    public void V5_A_ballot_goes_to_the_box_with_dots_and_a_band_and_nothing_else()
    {
        var ballot = Some.Ballot(("k3", 1), ("k1", 2));
        var cast = Scenario.InARoom(Some.OpenVote()).When(Some.Bruno, ballot).ThenCast();
        Assert.Equal(("vote", PersonId.Of("bruno"), ballot.Ballot, ballot.EditHash, null), (cast.Box, cast.Voter, cast.Item, cast.EditHash, cast.Key));
        Assert.Equal("""{"band":"2","dots":{"k1":2,"k3":1}}""", System.Text.Encoding.UTF8.GetString(cast.Payload.AsSpan()));
    }

    [Fact]
    public void V5_The_band_is_that_of_the_voters_group_and_who_has_none_is_in_a_band_too()
    {
        var scenario = Scenario.InARoom([.. Some.Vote(), new VotingRightSet(PersonId.Of("sam"), Votes: true, From: false)])
            .When(Some.Facilitator, Open);
        Assert.Equal(["customs", "business", "-"], Opened(scenario).Bands.SelectMany(b => b.Groups).Select(g => g.Value));
        scenario.And(scenario.Decision.Events);
        Assert.Equal(["1", "2", "3"], new[] { Some.Aigerim, Some.Bruno, Some.Secretary }
            .Select(a => BandOf(scenario.When(a, Some.Ballot(("k1", 1))).ThenCast())));

        static string BandOf(SealedCast cast) => Ballot.Read(new(cast.Item, cast.Payload, cast.EditHash)).Band;
    }

    [Fact]
    public void V6_Until_the_vote_is_closed_nobody_sees_anything_of_its_ballots()
    {
        var scenario = Scenario.InARoom(Some.OpenVote());
        View everyone = new("public", "activity:vote"), staff = new("staff", "activity:vote");
        Assert.Equal(["vote:vote"], Seen(scenario, everyone));
        Assert.Equal(["electorate:vote"], Seen(scenario, staff));
        Assert.Equal(["elector:vote"], Seen(scenario, View.Of(PersonId.Of("aigerim"), "activity:vote")));
        Assert.Empty(Seen(scenario, View.Of(PersonId.Of("fay"), "activity:vote")));

        scenario.When(Some.Facilitator, Close).ThenUnseal("vote", Three);
        Assert.Equal(["result:vote", "vote:vote"], Seen(scenario, everyone));
        Assert.Equal(["electorate:vote"], Seen(scenario, staff));

        static string[] Seen(Scenario scenario, View view) =>
            [.. Projection.Of(scenario.State, scenario.People, view).Select(r => r.Id).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void V7_A_blank_ballot_is_a_ballot()
    {
        var cast = Scenario.InARoom(Some.OpenVote(Some.Rule(partial: false))).When(Some.Aigerim, Some.Ballot()).ThenCast();
        Assert.Equal("""{"band":"1","dots":{}}""", System.Text.Encoding.UTF8.GetString(cast.Payload.AsSpan()));
    }

    [Fact]
    public void V8_A_replacement_brings_the_key_and_the_hash_of_the_next()
    {
        var replacement = Some.Ballot(("k2", 1)) with { Key = Some.Hex("key", 32) };
        var cast = Scenario.InARoom(Some.OpenVote()).When(Some.Aigerim, replacement).ThenCast();
        Assert.Equal((replacement.Key, replacement.EditHash), (cast.Key, cast.EditHash));
    }

    [Fact]
    public void V8_A_rule_can_make_a_ballot_final()
    {
        var vote = Scenario.InARoom(Some.OpenVote(Some.Rule(replaceable: false)));
        vote.When(Some.Aigerim, Some.Ballot(("k1", 1)) with { Key = Some.Hex("key", 32) }).ThenRejected("voting.final");
        vote.When(Some.Aigerim, Some.Ballot(("k1", 1))).ThenCast();
    }

    [Fact]
    public void V13_A_late_retry_of_a_counted_ballot_is_told_so()
    {
        var ballot = Some.Ballot(("k1", 1));
        foreach (var closed in new[] { Closed(ballot), Closed(ballot).And(new SessionClosed()) })
        {
            Assert.Equal("cast", closed.When(Some.Aigerim, ballot).Decision.Counted);
            closed.ThenNothing();
        }
    }

    [Fact]
    public void V13_A_late_retry_of_a_replacement_is_counted_only_if_it_is_the_last()
    {
        var last = Some.Ballot(("k1", 1)) with { Key = Some.Hex("key 0", 32) };
        Assert.Equal("replaced", Closed(last).When(Some.Aigerim, last).Decision.Counted);
        Closed(last).When(Some.Aigerim, last with { EditHash = Some.Hex("another", 64) }).ThenRejected("voting.closed");
    }

    [Fact]
    public void V13_Any_other_late_ballot_is_refused() =>
        Closed(Some.Ballot(("k1", 1))).When(Some.Aigerim, Some.Ballot(("k1", 1)) with { Ballot = Some.Hex("late", 32) }).ThenRejected("voting.closed");

    [Fact]
    public void V14_A_closed_vote_is_never_opened_again() => Scenario
        .InARoom(Some.OpenVote())
        .When(Some.Facilitator, Close).ThenUnseal("vote", Three)
        .When(Some.Facilitator, Open)
        .ThenRejected("voting.closed-for-good");

    [Fact]
    public void V14_Opening_an_open_vote_and_closing_a_closed_one_change_nothing() => Scenario
        .InARoom(Some.OpenVote())
        .When(Some.Facilitator, Open).ThenNothing()
        .When(Some.Facilitator, Close).ThenUnseal("vote", Three)
        .When(Some.Facilitator, Close).ThenNothing();

    [Fact]
    public void V14_A_vote_that_was_not_opened_cannot_be_closed() => Scenario
        .InARoom(Some.Vote())
        .When(Some.Facilitator, Close)
        .ThenRejected("voting.not-open");

    [Fact]
    public void V14_Closing_closes_the_step_even_if_the_session_is_closed()
    {
        var scenario = Scenario.InARoom([.. Some.OpenVote(), new SessionClosed()]).When(Some.Facilitator, Close).ThenUnseal("vote", Three);
        Assert.Equal(ActivityStatus.Closed, scenario.State.Agenda.Activities[Vote].Status);
    }

    static readonly ImmutableArray<SealedItem> Three =
        [Some.Sealed("b1", "1", ("k1", 2), ("k2", 1)), Some.Sealed("b2", "2", ("k1", 1)), Some.Sealed("b3", "2")];

    /// <summary>A closed vote with this ballot, and two others, in its box.</summary>
    static Scenario Closed(CastBallot ballot) => Scenario
        .InARoom(Some.OpenVote())
        .When(Some.Facilitator, Close)
        .ThenUnseal("vote", [.. Three.Take(2), new SealedItem(ballot.Ballot, new Ballot("1", ballot.Dots).Write(), ballot.EditHash)]);

    static VotingOpened Opened(Scenario scenario) => Assert.IsType<VotingOpened>(scenario.Decision.Single());
}
