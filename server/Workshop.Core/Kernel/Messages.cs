namespace Workshop.Core.Kernel;

/// <summary>What someone asks for, imperative. The closed set of commands is the union of the features' sets.</summary>
public interface ICommand;

/// <summary>What happened, past tense: the only thing that changes a workshop, and what its log holds.</summary>
public interface IEvent;

/// <summary>Something that a browser stores: flat, with an id that is unique within its view.</summary>
public interface IRecord
{
    /// <summary>Kind and key, e.g. <c>card:0193…</c>, <c>workshop</c>.</summary>
    string Id { get; }
}

/// <summary>An event with the facts of the commit that holds it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Command">The command of the commit.</param>
/// <param name="Seq">The commit's place in the log, from 1.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="By">Who asked; null for the system and for anonymous acts.</param>
public readonly record struct Happened(IEvent Event, CommandId Command, long Seq, DateTimeOffset At, PersonId? By);
