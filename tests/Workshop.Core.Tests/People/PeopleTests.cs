using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.People;

namespace Workshop.Core.Tests.People;

public class PeopleTests
{
    static readonly PersonId Aigerim = PersonId.Of("aigerim");
    static readonly JoinWorkshop Join = new() { Name = "Dana", Language = "kk", Group = Some.Customs };

    [Fact]
    public void P1_Joining_is_arriving_with_the_vote_of_the_group()
    {
        var scenario = Scenario.InARoom()
            .When(Actor.Newcomer, Join, id: "dana")
            .Then(new PersonJoined(PersonId.Of("dana"), TraceOf("dana", "Dana"), Role.Participant, Votes: true, "kk", Some.Customs));
        Assert.Equal("Dana", scenario.People.NameOf(PersonId.Of("dana")));
        Assert.True(scenario.State.People.Find(PersonId.Of("dana")) is { Attendance: Attendance.Present, IsElector: true });
    }

    [Fact]
    public void P1_A_group_can_be_set_up_without_a_vote() => Scenario
        .InARoom(new WorkshopDescribed(Some.Text("Strategy"), ["en"], "UTC", [Some.Group("team", votes: false)]))
        .When(Actor.Newcomer, Join with { Group = GroupId.Of("team") }, id: "dana")
        .Then(new PersonJoined(PersonId.Of("dana"), TraceOf("dana", "Dana"), Role.Participant, Votes: false, "kk", GroupId.Of("team")));

    [Fact]
    public void P1_Only_groups_of_the_workshop_can_be_joined() => Scenario
        .InARoom()
        .When(Actor.Newcomer, Join with { Group = GroupId.Of("donors") })
        .ThenRejected("people.no-such-group");

    [Fact]
    public void P2_A_name_that_cannot_be_shown_is_refused()
    {
        Scenario.InARoom().When(Actor.Newcomer, Join with { Name = "\u202e \u200b" }).ThenRejected("people.name");
        Scenario.InARoom().When(Actor.Newcomer, Join with { Name = new('x', 41) }).ThenRejected("people.name-too-long", ("most", "40"));
    }

    [Theory]
    [InlineData("Dana", "Dana (3)")]
    [InlineData("DANA", "DANA (3)")]
    [InlineData(" Dana\u00a0(2) ", "Dana (2) (2)")]
    [InlineData("Dan", "Dan")]
    public void P3_A_taken_name_becomes_another_one(string name, string shown) => Scenario
        .InARoom()
        .Knowing(("d1", "Dana"), ("d2", "Dana (2)"))
        .When(Actor.Newcomer, Join with { Name = name }, id: "d3")
        .Then(new PersonJoined(PersonId.Of("d3"), TraceOf("d3", shown), Role.Participant, true, "kk", Some.Customs));

    [Fact]
    public void P3_Names_that_look_alike_are_alike() => Scenario
        .InARoom()
        .Knowing(("r1", "Ren\u00e9e"))
        .When(Actor.Newcomer, Join with { Name = "Rene\u0301e" }, id: "r2")
        .Then(new PersonJoined(PersonId.Of("r2"), TraceOf("r2", "Ren\u00e9e (2)"), Role.Participant, true, "kk", Some.Customs));

    [Fact]
    public void P4_The_log_holds_no_name_only_its_salted_hash()
    {
        var decision = Scenario.InARoom().When(Actor.Newcomer, Join, id: "p5").Decision;
        var commit = Commit.Write(WorkshopId.Of("w"), 1, Commit.NoHash, AskingOf(Actor.Newcomer), [], decision.Events);
        Assert.DoesNotContain("Dana", System.Text.Encoding.UTF8.GetString(commit.Events.AsSpan()), StringComparison.OrdinalIgnoreCase);

        var row = Assert.Single(decision.People);
        Assert.Equal("Dana", row.Read()!.Name);
        Assert.Equal(row.Trace, ((PersonJoined)decision.Events[0]).Trace);
        Assert.NotEqual(row.Trace.Hash, (row with { Salt = [.. row.Salt.Reverse()] }).Trace.Hash);
        Assert.NotEqual(row.Trace.Hash, (row with { Data = null }).Trace.Hash);
    }

    [Fact]
    public void P5_One_leaves_and_comes_back() => Scenario
        .InARoom()
        .When(Some.Aigerim, new LeaveWorkshop()).Then(new PersonLeft(Aigerim))
        .When(Some.Aigerim, new ReturnToWorkshop()).Then(new PersonReturned(Aigerim));

    [Fact]
    public void P5_Staff_note_who_has_left() => Scenario
        .InARoom()
        .When(Some.Secretary, new MarkLeft { Person = Aigerim })
        .Then(new PersonLeft(Aigerim));

    [Fact]
    public void P5_Who_has_left_must_come_back_before_contributing()
    {
        var left = Scenario.InARoom([.. Some.Board, Some.Card("c1"), new PersonLeft(Aigerim), new PersonLeft(PersonId.Of("fay"))]);
        var card = CardId.Of("c1");
        foreach (var command in new ICommand[]
        {
            new AddCard { Activity = ActivityId.Of("board"), Text = "One more" },
            new EditCard { Card = card, Text = "Another", Base = 1 },
            new WithdrawCard { Card = card },
            new MoveCard { Card = card },
        })
        {
            left.When(Some.Aigerim, command).ThenRejected("people.has-left");
        }

        left.When(Some.Facilitator, new HideCard { Card = card }).ThenRejected("people.has-left");
    }

    [Fact]
    public void P6_The_facilitator_gives_and_takes_the_right_to_vote() => Scenario
        .InARoom()
        .When(Some.Facilitator, new SetVotingRight { Person = Aigerim, Votes = false }).Then(new VotingRightSet(Aigerim, Votes: false, From: true))
        .When(Some.Facilitator, new SetVotingRight { Person = Aigerim, Votes = true }).Then(new VotingRightSet(Aigerim, Votes: true, From: false));

    [Fact]
    public void P6_An_open_vote_keeps_its_electorate()
    {
        var scenario = Scenario.InARoom(Some.OpenVote())
            .When(Some.Facilitator, new SetVotingRight { Person = Aigerim, Votes = false }).Then(new VotingRightSet(Aigerim, false, true))
            .When(Some.Aigerim, new LeaveWorkshop()).Then(new PersonLeft(Aigerim));
        Assert.NotNull(scenario.When(Some.Aigerim, Some.Ballot(("k1", 1))).ThenCast());
    }

    [Fact]
    public void P7_A_person_reads_in_any_language() => Scenario
        .InARoom()
        .When(Some.Aigerim, new SetLanguage { Language = "pt-BR" })
        .Then(new LanguageSet(Aigerim, "pt-BR", "en"));

    [Theory]
    [InlineData("")]
    [InlineData("kazakh")]
    [InlineData("kk\n")]
    [InlineData("қк")]
    [InlineData("en-x-y-z")]
    public void P7_What_is_no_language_tag_is_refused(string tag)
    {
        Scenario.InARoom().When(Some.Aigerim, new SetLanguage { Language = tag }).ThenRejected("people.language");
        Scenario.InARoom().When(Actor.Newcomer, Join with { Language = tag }).ThenRejected("people.language");
    }

    [Fact]
    public void P8_A_person_is_seen_by_all_from_the_first_card_on_and_then_only_by_name_and_group()
    {
        var scenario = Scenario.InARoom(Some.Board).Knowing(("aigerim", "Aigerim"));
        Assert.Empty(PeopleIn(scenario, View.PublicNow));
        Assert.Equal(4, PeopleIn(scenario, View.StaffNow).Count);

        scenario.And(Some.Card("c1", by: "aigerim"));
        Assert.Equal(
            new PersonRecord { Person = Aigerim, Name = "Aigerim", Group = Some.Customs, Role = Role.Participant },
            Assert.Single(PeopleIn(scenario, View.PublicNow)));
        Assert.Equal(
            new PersonRecord
            {
                Person = Aigerim,
                Name = "Aigerim",
                Group = Some.Customs,
                Role = Role.Participant,
                Votes = true,
                Language = "en",
                Attendance = Attendance.Present,
                Elector = true,
            },
            PeopleIn(scenario, View.StaffNow).Single(p => p.Person == Aigerim));
    }

    [Fact]
    public void P8_Everyone_sees_their_own_record()
    {
        var scenario = Scenario.InARoom(new PersonLeft(Aigerim)).Knowing(("aigerim", "Aigerim"));
        Assert.Equal(
            [new MeRecord
            {
                Person = Aigerim,
                Name = "Aigerim",
                Role = Role.Participant,
                Group = Some.Customs,
                Language = "en",
                Votes = true,
                Attendance = Attendance.Left,
            }],
            Projection.Of(scenario.State, scenario.People, View.Of(Aigerim, "now")));
    }

    [Fact]
    public void P9_A_workshop_takes_2000_people() => Scenario
        .InARoom(Enumerable.Range(1, 2000 - 4).Select(i => Some.Joined($"p{i}")))
        .When(Actor.Newcomer, Join)
        .ThenRejected("people.too-many", ("most", "2000"));

    [Fact]
    public void P10_What_is_so_already_changes_nothing()
    {
        Scenario.InARoom().When(Some.Aigerim, new ReturnToWorkshop()).ThenNothing();
        Scenario.InARoom(new PersonLeft(Aigerim)).When(Some.Aigerim, new LeaveWorkshop()).ThenNothing();
        Scenario.InARoom(new PersonLeft(Aigerim)).When(Some.Secretary, new MarkLeft { Person = Aigerim }).ThenNothing();
        Scenario.InARoom().When(Some.Facilitator, new SetVotingRight { Person = Aigerim, Votes = true }).ThenNothing();
        Scenario.InARoom().When(Some.Aigerim, new SetLanguage { Language = "en" }).ThenNothing();
    }

    [Fact]
    public void P10_Whom_the_workshop_does_not_know_is_refused()
    {
        var stranger = new Actor(PersonId.Of("stranger"), Role.Participant);
        Scenario.InARoom().When(Some.Facilitator, new SetVotingRight { Person = stranger.Person!.Value, Votes = true }).ThenRejected("people.no-such-person");
        Scenario.InARoom().When(Some.Facilitator, new MarkLeft { Person = stranger.Person!.Value }).ThenRejected("people.no-such-person");
        Scenario.InARoom(Some.Board).When(stranger, new AddCard { Activity = ActivityId.Of("board"), Text = "x" }).ThenRejected("people.no-such-person");
        Scenario.InARoom().When(stranger, new LeaveWorkshop()).ThenRejected("people.no-such-person");
        Scenario.InARoom().When(stranger, new ReturnToWorkshop()).ThenRejected("people.no-such-person");
        Scenario.InARoom().When(stranger, new SetLanguage { Language = "fr" }).ThenRejected("people.no-such-person");
    }

    static PersonalTrace TraceOf(string person, string name) => PersonRow.Of(PersonId.Of(person), 1, Some.Salt, new() { Name = name }).Trace;

    static Asking AskingOf(Actor actor) => new(actor, Some.Command, Some.Now, PeopleDirectory.Empty, Some.Salt);

    static List<PersonRecord> PeopleIn(Scenario scenario, View view) =>
        [.. Projection.Of(scenario.State, scenario.People, view).OfType<PersonRecord>()];
}
