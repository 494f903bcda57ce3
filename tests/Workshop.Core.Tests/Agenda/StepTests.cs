using Workshop.Core.Agenda;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Agenda;

public class StepTests
{
    static readonly ActivityId Step = ActivityId.Of("a1");
    static readonly ImmutableArray<IEvent> Three = [Some.Activity("a1"), Some.Activity("a2"), Some.Activity("a3")];

    static readonly AddActivity Add = new() { Title = Some.NewText("Ideas"), Minutes = 30, Settings = new BrainstormSettings() };

    static readonly ChangeActivity Change = new()
    {
        Activity = Step,
        Title = Some.NewText("a1"),
        Minutes = 30,
        Settings = new BrainstormSettings(),
    };

    [Fact]
    public void A5_A_new_step_goes_to_the_end() => Scenario
        .InARoom(Three)
        .When(Some.Facilitator, Add)
        .Then(new ActivityAdded(ActivityId.Of("cmd"), Some.Text("Ideas"), 30, new BrainstormSettings(), "i00004"));

    [Theory]
    [InlineData("a1", "a1 cmd a2 a3")]
    [InlineData("a3", "a1 a2 a3 cmd")]
    [InlineData("gone", "a1 a2 a3 cmd")]
    public void A5_A_new_step_goes_behind_the_one_named(string after, string order)
    {
        var scenario = Scenario.InARoom(Three).When(Some.Facilitator, Add with { After = ActivityId.Of(after) });
        Assert.Equal(order, Order(scenario.And(scenario.Decision.Events)));
    }

    [Fact]
    public void A5_A_moved_step_says_where_it_was() => Scenario
        .InARoom(Three)
        .When(Some.Facilitator, new MoveActivity { Activity = ActivityId.Of("a3") })
        .Then(new ActivityMoved(ActivityId.Of("a3"), "i00000", "i00003"));

    [Theory]
    [InlineData("a1", null, "a1 a2 a3")]
    [InlineData("a3", null, "a3 a1 a2")]
    [InlineData("a3", "a1", "a1 a3 a2")]
    [InlineData("a1", "a2", "a2 a1 a3")]
    [InlineData("a1", "a3", "a2 a3 a1")]
    [InlineData("a1", "gone", "a2 a3 a1")]
    [InlineData("a2", "a2", "a1 a3 a2")]
    public void A5_A_moved_step_goes_to_the_front_or_behind_the_one_named(string step, string? after, string order)
    {
        var scenario = Scenario.InARoom(Three).When(Some.Facilitator,
            new MoveActivity { Activity = ActivityId.Of(step), After = after is null ? null : ActivityId.Of(after) });
        Assert.Equal(order, Order(scenario.And(scenario.Decision.Events)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void A6_A_step_takes_1_to_600_minutes(int minutes)
    {
        Scenario.InARoom().When(Some.Facilitator, Add with { Minutes = minutes }).ThenRejected("agenda.minutes");
        Scenario.InARoom(Three).When(Some.Facilitator, Change with { Minutes = minutes }).ThenRejected("agenda.minutes");
    }

    [Fact]
    public void A6_An_agenda_takes_200_steps() => Scenario
        .InARoom(Enumerable.Range(1, 200).Select(i => Some.Activity($"s{i}")))
        .When(Some.Facilitator, Add)
        .ThenRejected("agenda.too-many", ("most", "200"));

    [Fact]
    public void A7_A_step_can_be_changed_and_says_what_it_was() => Scenario
        .InARoom(Some.Activity("a1", new VoteSettings { Rule = Some.Rule(dots: 3) }))
        .When(Some.Facilitator, Change with { Minutes = 20, Settings = new VoteSettings { Rule = Some.Rule(dots: 5) } })
        .Then(new ActivityChanged(Step, Some.Text("a1"), 20, new VoteSettings { Rule = Some.Rule(dots: 5) },
            Some.Text("a1"), 30, new VoteSettings { Rule = Some.Rule(dots: 3) }));

    [Fact]
    public void A7_The_kind_of_a_step_is_fixed() => Scenario
        .InARoom(Three)
        .When(Some.Facilitator, Change with { Settings = new SwotSettings() })
        .ThenRejected("agenda.kind-fixed");

    [Fact]
    public void A7_Once_opened_only_title_and_length_can_change()
    {
        var vote = Scenario.InARoom(Some.OpenVote());
        var change = Change with { Activity = ActivityId.Of("vote"), Title = Some.NewText("vote") };
        vote.When(Some.Facilitator, change with { Settings = new VoteSettings { Rule = Some.Rule(dots: 5) } })
            .ThenRejected("agenda.settings-fixed");
        vote.When(Some.Facilitator, change with { Minutes = 5, Settings = new VoteSettings { Rule = Some.Rule() } })
            .Then(new ActivityChanged(ActivityId.Of("vote"), Some.Text("vote"), 5, new VoteSettings { Rule = Some.Rule() },
                Some.Text("vote"), 30, new VoteSettings { Rule = Some.Rule() }));
    }

    [Fact]
    public void A8_A_step_that_was_never_opened_can_be_taken_off() => Scenario
        .InARoom(Three)
        .When(Some.Facilitator, new RemoveActivity { Activity = Step })
        .Then(new ActivityRemoved(Step));

    [Fact]
    public void A8_A_step_that_was_opened_stays() => Scenario
        .InARoom([.. Three, Some.Opened("a1"), Some.Closed("a1")])
        .When(Some.Facilitator, new RemoveActivity { Activity = Step })
        .ThenRejected("agenda.opened-once");

    [Fact]
    public void A8_If_the_room_looked_at_a_step_that_is_taken_off_it_looks_at_none()
    {
        var scenario = Scenario.InARoom([.. Three, new ActivityShown(Step, null)])
            .When(Some.Facilitator, new RemoveActivity { Activity = Step }).Then(new ActivityRemoved(Step));
        Assert.Null(scenario.State.Agenda.Shown);
    }

    [Fact]
    public void A9_Showing_opening_and_closing_a_step_leave_one_another_alone()
    {
        var scenario = Scenario.InARoom(Three)
            .When(Some.Facilitator, new OpenActivity { Activity = Step }).Then(new ActivityOpened(Step));
        Assert.Null(scenario.State.Agenda.Shown);

        scenario.When(Some.Facilitator, new ShowActivity { Activity = Step }).Then(new ActivityShown(Step, null))
            .When(Some.Facilitator, new ShowActivity { Activity = ActivityId.Of("a2") }).Then(new ActivityShown(ActivityId.Of("a2"), Step));
        Assert.Equal("a1 Open, a2 Planned, a3 Planned", Statuses(scenario));

        scenario.When(Some.Facilitator, new CloseActivity { Activity = Step }).Then(new ActivityClosed(Step));
        Assert.Equal("a1 Closed, a2 Planned, a3 Planned", Statuses(scenario));
        Assert.Equal(ActivityId.Of("a2"), scenario.State.Agenda.Shown);
    }

    [Fact]
    public void A9_A_closed_step_can_be_opened_again() => Scenario
        .InARoom([.. Some.Board, Some.Closed("board")])
        .When(Some.Facilitator, new OpenActivity { Activity = ActivityId.Of("board") })
        .Then(Some.Opened("board"));

    [Fact]
    public void A10_A_clustering_sorts_the_nearest_brainstorm_before_it() => Scenario
        .InARoom(
        [
            .. Three, Some.Opened("a1"), Some.Opened("a2"), Some.Opened("a3"),
            Some.Activity("sorting", new ClusteringSettings(), rank: "i000025"),
        ])
        .When(Some.Facilitator, new OpenActivity { Activity = ActivityId.Of("sorting") })
        .Then(Some.Opened("sorting", source: "a2"));

    [Fact]
    public void A10_A_clustering_sorts_the_board_that_its_settings_name() => Scenario
        .InARoom([.. Three, Some.Opened("a1"), Some.Activity("sorting", new ClusteringSettings { Board = Step }, rank: "i00009")])
        .When(Some.Facilitator, new OpenActivity { Activity = ActivityId.Of("sorting") })
        .Then(Some.Opened("sorting", source: "a1"));

    [Fact]
    public void A10_What_a_clustering_sorts_is_fixed_when_it_opens()
    {
        var scenario = Scenario.InARoom([.. Three, Some.Opened("a3"), Some.Activity("sorting", new ClusteringSettings(), rank: "i00009")])
            .When(Some.Facilitator, new OpenActivity { Activity = ActivityId.Of("sorting") }).Then(Some.Opened("sorting", source: "a3"))
            .And(Some.Closed("sorting"), new ActivityMoved(ActivityId.Of("a3"), "i00010", "i00003"), Some.Opened("a2"))
            .When(Some.Facilitator, new OpenActivity { Activity = ActivityId.Of("sorting") }).Then(Some.Opened("sorting", source: "a3"));
        Assert.Equal(ActivityId.Of("a3"), scenario.State.Agenda.SourceOf(ActivityId.Of("sorting")));
    }

    [Fact]
    public void A10_A_clustering_without_an_opened_board_has_nothing_to_sort()
    {
        var open = new OpenActivity { Activity = ActivityId.Of("sorting") };
        Scenario.InARoom(Some.Activity("sorting", new ClusteringSettings()))
            .When(Some.Facilitator, open).ThenRejected("agenda.nothing-to-sort");
        Scenario.InARoom(Some.Activity("board"), Some.Activity("sorting", new ClusteringSettings()))
            .When(Some.Facilitator, open).ThenRejected("agenda.nothing-to-sort");
        Scenario.InARoom(Some.Activity("sorting", new ClusteringSettings { Board = ActivityId.Of("taken-off") }))
            .When(Some.Facilitator, open).ThenRejected("agenda.nothing-to-sort");
    }

    [Fact]
    public void A10_Settings_name_a_step_of_the_right_kind()
    {
        var scenario = Scenario.InARoom([.. Some.Sorting, .. Some.Swot]);
        foreach (var settings in new IActivitySettings[]
        {
            new ClusteringSettings { Board = ActivityId.Of("gone") },
            new ClusteringSettings { Board = ActivityId.Of("swot") },
            new VoteSettings { Clustering = ActivityId.Of("board"), Rule = Some.Rule() },
        })
        {
            scenario.When(Some.Facilitator, Add with { Settings = settings }).ThenRejected("agenda.no-such-source");
        }

        Assert.Null(scenario.When(Some.Facilitator, Add with { Settings = new ClusteringSettings { Board = ActivityId.Of("board") } }).Decision.Rejection);
    }

    [Fact]
    public void A11_A_vote_opens_and_closes_by_its_own_commands()
    {
        var vote = ActivityId.Of("vote");
        Scenario.InARoom(Some.Vote()).When(Some.Facilitator, new OpenActivity { Activity = vote }).ThenRejected("agenda.vote-apart");
        Scenario.InARoom(Some.OpenVote()).When(Some.Facilitator, new CloseActivity { Activity = vote }).ThenRejected("agenda.vote-apart");
    }

    [Fact]
    public void A12_What_is_so_already_changes_nothing()
    {
        var scenario = Scenario.InARoom([.. Three, Some.Opened("a1"), new ActivityShown(Step, null)]);
        scenario.When(Some.Facilitator, new OpenActivity { Activity = Step }).ThenNothing();
        scenario.When(Some.Facilitator, new ShowActivity { Activity = Step }).ThenNothing();
        scenario.When(Some.Facilitator, new CloseActivity { Activity = ActivityId.Of("a2") }).ThenNothing();
        scenario.When(Some.Facilitator, new MoveActivity { Activity = Step }).ThenNothing();
        scenario.When(Some.Facilitator, Change).ThenNothing();
    }

    [Fact]
    public void A12_A_step_that_is_not_on_the_agenda_is_refused()
    {
        var gone = ActivityId.Of("gone");
        foreach (var command in new ICommand[]
        {
            Change with { Activity = gone },
            new MoveActivity { Activity = gone },
            new RemoveActivity { Activity = gone },
            new ShowActivity { Activity = gone },
            new OpenActivity { Activity = gone },
            new CloseActivity { Activity = gone },
        })
        {
            Scenario.InARoom(Three).When(Some.Facilitator, command).ThenRejected("agenda.no-such-activity");
        }
    }

    [Fact]
    public void A2_Titles_of_steps_are_texts()
    {
        Scenario.InARoom().When(Some.Facilitator, Add with { Title = Some.NewText("") }).ThenRejected("text.empty");
        Scenario.InARoom(Three).When(Some.Facilitator, Change with { Title = Some.NewText(("en", "Ideas"), ("??", "Идеи")) })
            .ThenRejected("text.no-such-language");
    }

    [Fact]
    public void V2_A_vote_is_set_up_with_a_sound_rule()
    {
        var sound = Some.Rule();
        foreach (var rule in new[]
        {
            sound with { Dots = 0 },
            sound with { Dots = 101 },
            sound with { MostOnOne = 0 },
            sound with { MostOnOne = sound.Dots + 1 },
            sound with { Select = 0 },
            sound with { Select = 201 },
            sound with { SmallGroup = 0 },
            sound with { SmallGroup = 16 },
            sound with { TieBreak = [TieBreak.MoreVoters, TieBreak.MoreVoters] },
        })
        {
            Scenario.InARoom().When(Some.Facilitator, Add with { Settings = new VoteSettings { Rule = rule } }).ThenRejected("voting.rule");
        }

        Assert.Null(Scenario.InARoom().When(Some.Facilitator, Add with { Settings = new VoteSettings { Rule = sound } }).Decision.Rejection);
    }

    static string Order(Scenario scenario) => string.Join(' ', scenario.State.Agenda.InOrder.Select(a => a.Id));

    static string Statuses(Scenario scenario) => string.Join(", ", scenario.State.Agenda.InOrder.Select(a => $"{a.Id} {a.Status}"));
}
