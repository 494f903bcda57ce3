using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Kernel;

/// <summary>
/// Who may do what when: one table of role × command × phase, the only place that says so, and beside it who may see what.
/// A command that is missing from the table is refused to everyone, and fails a test.
/// </summary>
public static class Rights
{
    static readonly Phase[] Always = [Phase.Preparing, Phase.Open, Phase.Closed];
    static readonly Phase[] WhileOpen = [Phase.Open];
    static readonly Phase[] OnceOpened = [Phase.Open, Phase.Closed];

    static readonly Role[] Staff = [Role.Facilitator, Role.Secretariat];
    static readonly Role[] Writers = [Role.Facilitator, Role.Secretariat, Role.Interpreter, Role.Participant];
    static readonly Role[] People = [Role.Facilitator, Role.Secretariat, Role.Interpreter, Role.Participant, Role.Observer];

    /// <summary>The table.</summary>
    public static ImmutableDictionary<Type, Right> Table { get; } = new Dictionary<Type, Right>
    {
        [typeof(CreateWorkshop)] = new([Role.System], [Phase.Preparing]),
        [typeof(DescribeWorkshop)] = new([Role.Facilitator], Always),
        [typeof(OpenSession)] = new([Role.Facilitator], Always),
        [typeof(CloseSession)] = new([Role.Facilitator], Always),
        [typeof(AddActivity)] = new([Role.Facilitator], Always),
        [typeof(ChangeActivity)] = new([Role.Facilitator], Always),
        [typeof(MoveActivity)] = new([Role.Facilitator], Always),
        [typeof(RemoveActivity)] = new([Role.Facilitator], Always),
        [typeof(ShowActivity)] = new([Role.Facilitator], Always),
        [typeof(OpenActivity)] = new([Role.Facilitator], WhileOpen),
        [typeof(CloseActivity)] = new([Role.Facilitator], Always),

        [typeof(JoinWorkshop)] = new([Role.Newcomer], WhileOpen),
        [typeof(LeaveWorkshop)] = new(People, Always),
        [typeof(ReturnToWorkshop)] = new(People, WhileOpen),
        [typeof(MarkLeft)] = new(Staff, Always),
        [typeof(SetVotingRight)] = new([Role.Facilitator], Always),
        [typeof(SetLanguage)] = new(People, Always),

        [typeof(AddCard)] = new(Writers, WhileOpen),
        [typeof(EditCard)] = new(Writers, WhileOpen),
        [typeof(WithdrawCard)] = new(Writers, WhileOpen),
        [typeof(MoveCard)] = new(Writers, WhileOpen),
        [typeof(HideCard)] = new(Staff, Always),
        [typeof(ParkCard)] = new(Staff, Always),
        [typeof(RestoreCard)] = new(Staff, Always),

        [typeof(CreateCluster)] = new(Staff, WhileOpen),
        [typeof(RenameCluster)] = new(Staff, WhileOpen),
        [typeof(MoveCluster)] = new(Staff, WhileOpen),
        [typeof(RemoveCluster)] = new(Staff, WhileOpen),
        [typeof(PlaceCards)] = new(Staff, WhileOpen),

        [typeof(OpenVoting)] = new([Role.Facilitator], WhileOpen),
        // A retry that comes after the session was closed must learn that its ballot was counted.
        [typeof(CastBallot)] = new(People, OnceOpened),
        [typeof(CloseVoting)] = new([Role.Facilitator], Always),

        [typeof(AdoptPriorities)] = new([Role.Facilitator], Always),
        [typeof(DraftObjective)] = new(Staff, Always),
        [typeof(AddObjective)] = new(Staff, Always),
        [typeof(AddAction)] = new(Staff, Always),
        [typeof(EditPlanLine)] = new(Staff, Always),
        [typeof(MovePlanLine)] = new(Staff, Always),
        [typeof(RemovePlanLine)] = new(Staff, Always),
    }.ToImmutableDictionary();

    /// <summary>Why the actor may not send the command now; null: they may.</summary>
    public static Rejection? Refuse(WorkshopState state, Actor actor, ICommand command) =>
        Table.GetValueOrDefault(command.GetType()) switch
        {
            { } right when !right.Roles.Contains(actor.Role) => RightsRejections.NotAllowed(),
            { } right when !right.Phases.Contains(state.Agenda.Phase) =>
                state.Agenda.Phase == Phase.Preparing ? RightsRejections.NotOpenYet() : RightsRejections.Closed(),
            null => RightsRejections.NotAllowed(),
            _ => null,
        };

    /// <summary>Whether the actor may see a view. Observers and screens see what is public.</summary>
    public static bool MaySee(Actor actor, View view) => view.Audience switch
    {
        "public" => actor.Role is not (Role.Newcomer or Role.System),
        "staff" => Staff.Contains(actor.Role),
        _ => actor.Person is { } person && view.Person == person && actor.Role != Role.Screen,
    };

    /// <summary>Whether the actor may act on others' cards, beside their own.</summary>
    public static bool IsStaff(this Actor actor) => Staff.Contains(actor.Role);
}

/// <summary>A line of the table.</summary>
/// <param name="Roles">Who.</param>
/// <param name="Phases">When.</param>
public sealed record Right(Role[] Roles, Phase[] Phases);
