using Workshop.Core.Cards;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Plan;

public class PlanTests
{
    static readonly ActivityId Vote = ActivityId.Of("vote");
    static readonly PlanLineId O1 = PlanLineId.Of("o1");

    /// <summary>k1 has 5 dots of 3 voters, k2 and k3 have 2 dots of 2; two are selected.</summary>
    static readonly VotingClosed Count = new(Vote, 3, 0, [new("1", [Some.Customs, Some.Business], 2, 3)],
        [
            new(ClusterId.Of("k1"), 5, 3, [1, 2], [5]),
            new(ClusterId.Of("k2"), 2, 2, [2, 0], [2]),
            new(ClusterId.Of("k3"), 2, 2, [2, 0], [2]),
        ], []);

    static readonly Priority First = new(ClusterId.Of("k1"), 1, Some.Text("k1"), 5, 3);
    static readonly Priority Second = new(ClusterId.Of("k2"), 2, Some.Text("k2"), 2, 2);

    static readonly ImmutableArray<IEvent> Voted = [.. Some.OpenVote(), Count];
    static readonly ImmutableArray<IEvent> Adopted = [.. Voted, new PrioritiesAdopted(Vote, [First, Second])];

    /// <summary>Two objectives, the first with two actions.</summary>
    static readonly ImmutableArray<IEvent> Lines =
        [Some.Objective("o1"), Some.Objective("o2"), Some.Action("a1", "o1"), Some.Action("a2", "o1")];

    [Fact]
    public void L1_Priorities_are_adopted_in_the_order_of_the_ranking() => Scenario
        .InARoom(Voted)
        .When(Some.Facilitator, Adopt("k1", "k2"))
        .Then(new PrioritiesAdopted(Vote, [First, Second]));

    [Fact]
    public void L1_At_an_undecided_line_the_choice_is_the_facilitators() => Scenario
        .InARoom(Voted)
        .When(Some.Facilitator, Adopt("k1", "k3"))
        .Then(new PrioritiesAdopted(Vote, [First, new(ClusterId.Of("k3"), 2, Some.Text("k3"), 2, 2)]));

    [Theory]
    [InlineData("k1")]
    [InlineData("k2 k1")]
    [InlineData("k2 k3")]
    [InlineData("k1 k1")]
    [InlineData("k1 k2 k3")]
    [InlineData("k1 k9")]
    [InlineData("")]
    public void L1_A_list_that_does_not_follow_the_ranking_is_refused(string items) => Scenario
        .InARoom(Voted)
        .When(Some.Facilitator, Adopt(items.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .ThenRejected("plan.not-the-ranking");

    /// <summary>Every list of items of a small vote is tried: what is accepted is just what can be read off the ranking.</summary>
    [Fact]
    public void L1_Exactly_the_lists_that_follow_the_ranking_are_accepted()
    {
        string[] items = ["k1", "k2", "k3"];
        var lists = items.Select(a => new[] { a })
            .Concat(from a in items from b in items select new[] { a, b })
            .Concat(from a in items from b in items from c in items select new[] { a, b, c });
        foreach (var select in new[] { 1, 2, 3 })
        {
            var scenario = Scenario.InARoom([.. Some.OpenVote(Some.Rule(select: select)), Count]);
            string[] accepted = [.. lists.Where(l => scenario.When(Some.Facilitator, Adopt(l)).Decision.Rejection is null).Select(l => string.Join(' ', l))];
            Assert.Equal(select switch { 1 => ["k1"], 2 => ["k1 k2", "k1 k3"], _ => ["k1 k2 k3", "k1 k3 k2"] }, accepted);
        }
    }

    [Fact]
    public void L1_Only_a_closed_vote_with_a_result_gives_priorities()
    {
        Scenario.InARoom(Some.OpenVote()).When(Some.Facilitator, Adopt("k1", "k2")).ThenRejected("plan.vote-not-closed");
        Scenario.InARoom().When(Some.Facilitator, Adopt("k1", "k2")).ThenRejected("plan.vote-not-closed");
        Scenario.InARoom([.. Some.OpenVote(), new VotingClosed(Vote, 2, 0, [], [], [])])
            .When(Some.Facilitator, Adopt("k1", "k2")).ThenRejected("plan.no-result");
    }

    [Fact]
    public void L2_Adopting_the_same_again_changes_nothing() => Scenario
        .InARoom(Adopted)
        .When(Some.Facilitator, Adopt("k1", "k2"))
        .ThenNothing();

    [Fact]
    public void L2_Another_list_can_take_its_place_until_an_objective_was_drafted_from_it()
    {
        Scenario.InARoom(Adopted).When(Some.Facilitator, Adopt("k1", "k3"))
            .Then(new PrioritiesAdopted(Vote, [First, new(ClusterId.Of("k3"), 2, Some.Text("k3"), 2, 2)]));
        Scenario.InARoom([.. Adopted, Some.Objective("o1", new ClusterSource(ClusterId.Of("k1")))])
            .When(Some.Facilitator, Adopt("k1", "k3")).ThenRejected("plan.priorities-in-use");
    }

    [Fact]
    public void L3_An_adopted_priority_becomes_an_objective_with_its_sources() => Scenario
        .InARoom([.. Adopted, new CardHidden(CardId.Of("c2"), "", CardStatus.Active)])
        .When(Some.Secretary, new DraftObjective { Priority = ClusterId.Of("k1") })
        .Then(new PlanLineAdded(PlanLineId.Of("cmd"), PlanLineKind.Objective, null, Some.Text("k1"), "i00000",
            [new ClusterSource(ClusterId.Of("k1")), new VoteSource(Vote, 1, 5), new CardSource(CardId.Of("c1"))]));

    [Fact]
    public void L3_Once_and_only_an_adopted_one()
    {
        Scenario.InARoom([.. Adopted, Some.Objective("o1", new ClusterSource(ClusterId.Of("k1")))])
            .When(Some.Secretary, new DraftObjective { Priority = ClusterId.Of("k1") }).ThenRejected("plan.drafted-already");
        Scenario.InARoom(Adopted).When(Some.Secretary, new DraftObjective { Priority = ClusterId.Of("k3") }).ThenRejected("plan.not-a-priority");
    }

    [Fact]
    public void L4_Objectives_and_actions_are_added_at_the_end() => Scenario
        .InARoom([.. Some.Board, Some.Card("c1"), .. Lines])
        .When(Some.Secretary, new AddObjective { Text = Some.NewText("Faster") }, id: "o3")
        .Then(new PlanLineAdded(PlanLineId.Of("o3"), PlanLineKind.Objective, null, Some.Text("Faster"), "i00003", []))
        .When(Some.Secretary, new AddAction { Objective = O1, Text = Some.NewText("Do it"), Cards = [CardId.Of("c1"), CardId.Of("c1")] }, id: "a3")
        .Then(new PlanLineAdded(PlanLineId.Of("a3"), PlanLineKind.Action, O1, Some.Text("Do it"), "i00003", [new CardSource(CardId.Of("c1"))]));

    [Fact]
    public void L4_An_action_belongs_to_an_objective()
    {
        var action = new AddAction { Objective = O1, Text = Some.NewText("Do it") };
        Scenario.InARoom().When(Some.Secretary, action).ThenRejected("plan.no-such-line");
        Scenario.InARoom(Lines).When(Some.Secretary, action with { Objective = PlanLineId.Of("a1") }).ThenRejected("plan.no-such-line");
    }

    [Fact]
    public void L4_Its_source_cards_are_in_sight()
    {
        var action = new AddAction { Objective = O1, Text = Some.NewText("Do it"), Cards = [CardId.Of("c1")] };
        Scenario.InARoom(Lines).When(Some.Secretary, action).ThenRejected("cards.no-such-card");
        Scenario.InARoom([.. Some.Board, Some.Card("c1"), new CardWithdrawn(CardId.Of("c1")), .. Lines])
            .When(Some.Secretary, action).ThenRejected("cards.no-such-card");
    }

    [Fact]
    public void L4_Lines_are_texts_of_600_graphemes()
    {
        var room = Scenario.InARoom(Lines);
        var tooLong = Some.NewText(new string('x', 601));
        room.When(Some.Secretary, new AddObjective { Text = tooLong }).ThenRejected("text.too-long");
        room.When(Some.Secretary, new AddAction { Objective = O1, Text = tooLong }).ThenRejected("text.too-long");
        room.When(Some.Secretary, new EditPlanLine { Line = O1, Text = tooLong, Base = 1 }).ThenRejected("text.too-long");
    }

    [Fact]
    public void L5_An_edit_is_a_new_version_also_of_a_translation() => Scenario
        .InARoom(Lines)
        .When(Some.Secretary, new EditPlanLine { Line = O1, Text = Some.NewText(("en", "o1"), ("fr", "Objectif")), Base = 1 })
        .Then(new PlanLineEdited(O1, new()
        {
            Original = "en",
            Version = 2,
            Versions = new Dictionary<string, Wording>
            {
                ["en"] = new() { Text = "o1", OfVersion = 2 },
                ["fr"] = new() { Text = "Objectif", Kind = WordingKind.Checked, By = PersonId.Of("sam"), OfVersion = 2 },
            },
        }, Some.Text("o1")));

    [Fact]
    public void L5_An_edit_of_an_older_version_is_refused_with_the_newer_text_unless_it_says_the_same()
    {
        var edited = Scenario.InARoom([.. Lines, new PlanLineEdited(O1, Some.Text("Faster") with { Version = 2 }, Some.Text("o1"))]);
        edited.When(Some.Secretary, new EditPlanLine { Line = O1, Text = Some.NewText("Slower"), Base = 1 })
            .ThenRejected("text.edited-meanwhile", ("text", "Faster"), ("version", "2"));
        edited.When(Some.Secretary, new EditPlanLine { Line = O1, Text = Some.NewText("Faster"), Base = 1 }).ThenNothing();
    }

    [Fact]
    public void L6_A_moved_line_says_where_it_was() => Scenario
        .InARoom(Lines)
        .When(Some.Secretary, new MovePlanLine { Line = PlanLineId.Of("a2"), Parent = PlanLineId.Of("o2") })
        .Then(new PlanLineMoved(PlanLineId.Of("a2"), PlanLineId.Of("o2"), "i00000", O1, "i00002"));

    [Theory]
    [InlineData("o2", null, null, "1 o2, 2 o1, 2.1 a1, 2.2 a2")]
    [InlineData("o1", null, "o2", "1 o2, 2 o1, 2.1 a1, 2.2 a2")]
    [InlineData("o1", null, "gone", "1 o2, 2 o1, 2.1 a1, 2.2 a2")]
    [InlineData("a2", "o1", null, "1 o1, 1.1 a2, 1.2 a1, 2 o2")]
    [InlineData("a1", "o1", "a2", "1 o1, 1.1 a2, 1.2 a1, 2 o2")]
    [InlineData("a1", "o2", null, "1 o1, 1.1 a2, 2 o2, 2.1 a1")]
    [InlineData("o1", null, null, "1 o1, 1.1 a1, 1.2 a2, 2 o2")]
    public void L6_Numbers_follow_the_order(string line, string? parent, string? after, string order)
    {
        var scenario = Scenario.InARoom(Lines).When(Some.Secretary, new MovePlanLine
        {
            Line = PlanLineId.Of(line),
            Parent = parent is null ? null : PlanLineId.Of(parent),
            After = after is null ? null : PlanLineId.Of(after),
        });
        Assert.Null(scenario.Decision.Rejection);
        scenario.And(scenario.Decision.Events);
        Assert.Equal(order, string.Join(", ", scenario.State.Plan.Numbered().Select(l => $"{l.Number} {l.Line.Id}")));
    }

    [Theory]
    [InlineData("gone", null)]
    [InlineData("o1", "o2")]
    [InlineData("a1", null)]
    [InlineData("a1", "a2")]
    [InlineData("a1", "gone")]
    public void L6_An_objective_stays_an_objective_and_an_action_an_action(string line, string? parent) => Scenario
        .InARoom(Lines)
        .When(Some.Secretary, new MovePlanLine { Line = PlanLineId.Of(line), Parent = parent is null ? null : PlanLineId.Of(parent) })
        .ThenRejected("plan.no-such-line");

    [Fact]
    public void L6_A_line_that_stays_where_it_is_changes_nothing() => Scenario
        .InARoom(Lines)
        .When(Some.Secretary, new MovePlanLine { Line = O1 })
        .ThenNothing();

    [Fact]
    public void L7_An_objective_taken_out_takes_its_actions_along()
    {
        var scenario = Scenario.InARoom(Lines)
            .When(Some.Secretary, new RemovePlanLine { Line = O1 }).Then(new PlanLineRemoved(O1))
            .When(Some.Secretary, new RemovePlanLine { Line = PlanLineId.Of("a1") }).ThenNothing();
        Assert.Equal("1 o2", string.Join(", ", scenario.State.Plan.Numbered().Select(l => $"{l.Number} {l.Line.Id}")));
        scenario.When(Some.Secretary, new EditPlanLine { Line = PlanLineId.Of("a1"), Text = Some.NewText("x"), Base = 1 }).ThenRejected("plan.no-such-line");
    }

    [Fact]
    public void L8_A_plan_takes_1000_lines() => Scenario
        .InARoom(Enumerable.Range(1, 1000).Select(i => Some.Objective($"o{i}")))
        .When(Some.Secretary, new AddObjective { Text = Some.NewText("One more") })
        .ThenRejected("plan.too-many", ("most", "1000"));

    [Fact]
    public void L9_Everyone_sees_where_each_line_comes_from()
    {
        var scenario = Scenario.InARoom([.. Adopted, Drafted]);
        var line = Projection.Of(scenario.State, scenario.People, View.PublicPlan).OfType<PlanLineRecord>().Single();
        Assert.Equal(
            [
                new() { Kind = "cluster", Activity = ActivityId.Of("sorting"), Ref = "k1", Number = "K01", Count = 2 },
                new() { Kind = "vote", Activity = Vote, Number = "", Count = 1, Dots = 5 },
                new SourceRecord { Kind = "card", Activity = ActivityId.Of("board"), Ref = "c1", Number = "C001" },
            ],
            line.Sources);

        var priorities = Projection.Of(scenario.State, scenario.People, View.PublicPlan).OfType<PrioritiesRecord>().Single();
        Assert.Equal(["k1 o1", "k2 "], priorities.Priorities.Select(p => $"{p.Item} {p.Objective}"));
    }

    [Fact]
    public void L9_The_outcome_tables_say_the_same()
    {
        var outcomes = Outcomes.Of(Scenario.InARoom([.. Adopted, Drafted, Some.Objective("o2"), Some.Action("a1", "o2")]).State.Plan);
        Assert.Equal([new(1, "k1", "k1", "en", 5, 3, "1"), new PriorityRow(2, "k2", "k2", "en", 2, 2, null)], outcomes.Priorities);
        Assert.Equal([new("o1", "1", "k1", "en", 1), new ObjectiveRow("o2", "2", "o2", "en", null)], outcomes.Objectives);
        Assert.Equal([new ActionRow("a1", "o2", "2.1", "a1", "en")], outcomes.Actions);
    }

    static readonly PlanLineAdded Drafted = new(O1, PlanLineKind.Objective, null, Some.Text("k1"), "i00001",
        [new ClusterSource(ClusterId.Of("k1")), new VoteSource(Vote, 1, 5), new CardSource(CardId.Of("c1"))]);

    static AdoptPriorities Adopt(params string[] items) => new() { Vote = Vote, Selected = [.. items.Select(ClusterId.Of)] };
}
