using System.Runtime.CompilerServices;
using Workshop.Core.Agenda;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Kernel;

/// <summary>Who may do what when, generated from the table; and the table held against what it is meant to say.</summary>
public class RightsTests
{
    static readonly Role[] Roles = Enum.GetValues<Role>();

    static readonly Dictionary<Phase, WorkshopState> In = Enum.GetValues<Phase>().ToDictionary(
        phase => phase,
        phase => WorkshopState.Empty with { Agenda = AgendaState.Empty with { Phase = phase } });

    [Fact]
    public void Every_command_has_its_line_and_every_line_its_command() => Assert.Equal(
        Names.Commands.Select(c => c.Type.Name).Order(),
        Rights.Table.Keys.Select(t => t.Name).Order());

    [Fact]
    public void Exactly_what_the_table_allows_passes()
    {
        foreach (var (command, right) in Rights.Table)
        {
            foreach (var role in Roles)
            {
                foreach (var (phase, state) in In)
                {
                    var refusal = Rights.Refuse(state, ActorOf(role), (ICommand)RuntimeHelpers.GetUninitializedObject(command));
                    Assert.Equal(
                        !right.Roles.Contains(role) ? "workshop.not-allowed"
                            : right.Phases.Contains(phase) ? null
                            : phase == Phase.Preparing ? "workshop.not-open-yet" : "workshop.closed",
                        refusal?.Code);
                }
            }
        }
    }

    /// <summary>In a picture, so that a change of the table is seen as what it is: F S I P O are the roles, - + x the phases.</summary>
    [Fact]
    public void The_table_is_what_it_is_meant_to_be() => Assert.Equal(
        """
        addAction FS -+x
        addActivity F -+x
        addCard FSIP +
        addObjective FS -+x
        adoptPriorities F -+x
        castBallot FSIPO +x
        changeActivity F -+x
        closeActivity F -+x
        closeSession F -+x
        closeVoting F -+x
        createCluster FS +
        createWorkshop system -
        describeWorkshop F -+x
        draftObjective FS -+x
        editCard FSIP +
        editPlanLine FS -+x
        hideCard FS -+x
        joinWorkshop newcomer +
        leaveWorkshop FSIPO -+x
        markLeft FS -+x
        moveActivity F -+x
        moveCard FSIP +
        moveCluster FS +
        movePlanLine FS -+x
        openActivity F +
        openSession F -+x
        openVoting F +
        parkCard FS -+x
        placeCards FS +
        removeActivity F -+x
        removeCluster FS +
        removePlanLine FS -+x
        renameCluster FS +
        restoreCard FS -+x
        returnToWorkshop FSIPO +
        setLanguage FSIPO -+x
        setVotingRight F -+x
        showActivity F -+x
        withdrawCard FSIP +
        """,
        string.Join('\n', Names.Commands.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => $"{c.Name} {Picture(Rights.Table[c.Type])}")));

    [Fact]
    public void A_command_that_is_not_in_the_table_is_refused_to_everyone()
    {
        foreach (var role in Roles)
        {
            Assert.Equal("workshop.not-allowed", Rights.Refuse(In[Phase.Open], ActorOf(role), new Unheard())?.Code);
        }
    }

    [Fact]
    public void A_participant_does_not_act_for_staff_nor_before_or_after_the_session()
    {
        Scenario.InARoom().When(Some.Aigerim, new OpenSession()).ThenRejected("workshop.not-allowed");
        Scenario.Given(Some.Room.Where(e => e is not SessionOpened)).When(Some.Aigerim, Some.Ballot()).ThenRejected("workshop.not-open-yet");
        Scenario.InARoom(new SessionClosed()).When(Some.Facilitator, new OpenActivity { Activity = ActivityId.Of("board") })
            .ThenRejected("workshop.closed");
    }

    [Fact]
    public void Everyone_in_the_room_sees_what_is_public_staff_what_is_theirs_and_each_their_own()
    {
        View everyone = View.PublicNow, staff = View.StaffNow, own = View.Of(PersonId.Of("someone"), "plan"), another = View.Of(PersonId.Of("other"), "plan");
        foreach (var role in Roles)
        {
            Assert.Equal(
                role switch
                {
                    Role.Facilitator or Role.Secretariat => (true, true, true, false),
                    Role.Participant or Role.Interpreter or Role.Observer => (true, false, true, false),
                    Role.Screen => (true, false, false, false),
                    _ => (false, false, false, false),
                },
                (Rights.MaySee(ActorOf(role), everyone), Rights.MaySee(ActorOf(role), staff), Rights.MaySee(ActorOf(role), own), Rights.MaySee(ActorOf(role), another)));
        }
    }

    [Fact]
    public void Nobody_sees_a_view_of_an_unknown_audience() =>
        Assert.All(Roles, role => Assert.False(Rights.MaySee(ActorOf(role), new("group:g1", "now"))));

    static Actor ActorOf(Role role) => new(role is Role.System or Role.Newcomer ? null : PersonId.Of("someone"), role);

    static string Picture(Right right) =>
        string.Concat(right.Roles.Select(r => r is Role.System or Role.Newcomer ? r.ToString().ToLowerInvariant() : r.ToString()[..1]))
        + " " + string.Concat(right.Phases.Order().Select(p => "-+x"[(int)p]));

    sealed record Unheard : ICommand;
}
