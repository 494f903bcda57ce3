using Workshop.Core.Wire;
using Workshop.Server.Telemetry;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>Who sends a command: a person, whose role the state knows, or a fixed actor.</summary>
readonly record struct Sender
{
    readonly PersonId? _person;
    readonly Role? _as;

    Sender(PersonId? person, Role? role) => (_person, _as) = (person, role);

    /// <summary>Somebody at the door.</summary>
    public static Sender Newcomer { get; } = new(null, Role.Newcomer);
    /// <summary>Work without a person.</summary>
    public static Sender System { get; } = new(null, Role.System);

    /// <summary>A person in the role that the workshop gives them.</summary>
    public static Sender Of(PersonId person) => new(person, null);
    /// <summary>A person's projector.</summary>
    public static Sender ScreenOf(PersonId person) => new(person, Role.Screen);

    /// <summary>The actor in a state; null: the workshop has no such person.</summary>
    public Actor? In(WorkshopState state) => _person is not { } person ? new(null, _as!.Value)
        : state.People.Find(person) is { } known ? new(person, _as ?? known.Role)
        : null;
}

/// <summary>A command on its way through a room.</summary>
sealed class Ask(Sender from, CommandId id, ICommand command, Action<Ack> answer) : IRoomMessage
{
    /// <summary>Who sends it.</summary>
    public Sender From => from;
    /// <summary>Made by the client.</summary>
    public CommandId Id => id;
    /// <summary>What is asked.</summary>
    public ICommand Command => command;
    /// <summary>Written in the same transaction as the command's commit; run anew with each try.</summary>
    public Action<IWorkshopTransaction>? Along { get; init; }
    /// <summary>Whether the sender has been told.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Whether its body holds personal data, so that the hash of it in the log is salted.</summary>
    public bool IsPersonal => command is Core.Agenda.CreateWorkshop or Core.People.JoinWorkshop;

    /// <summary>Tells the sender, once. The room's loop calls this, so the answer waits for nothing.</summary>
    public void Reply(Ack ack)
    {
        if (!IsAnswered)
        {
            IsAnswered = true;
            Metrics.Answered(command?.GetType().Name ?? "none", ack.Rejection?.Code);
            answer(ack);
        }
    }

    /// <summary>Tells the sender that it was accepted.</summary>
    public void Accept(long seq) => Reply(new() { Id = id.Value, Seq = seq });

    /// <summary>Tells the sender why it was not.</summary>
    public void Refuse(Rejection rejection) => Reply(new() { Id = id.Value, Rejection = rejection });
}
