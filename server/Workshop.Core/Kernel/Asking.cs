namespace Workshop.Core.Kernel;

/// <summary>What a person is in the workshop. Chair, expert and rapporteur are titles, and voting is a right: neither is a role.</summary>
public enum Role
{
    /// <summary>Contributes and, with a vote, votes.</summary>
    Participant,
    /// <summary>Runs the workshop.</summary>
    Facilitator,
    /// <summary>Takes minutes and drafts the plan.</summary>
    Secretariat,
    /// <summary>Translates.</summary>
    Interpreter,
    /// <summary>Watches.</summary>
    Observer,
    /// <summary>The projector: sees what is public and sends nothing.</summary>
    Screen,
    /// <summary>Somebody at the door: may join, and nothing else.</summary>
    Newcomer,
    /// <summary>Work without a person, with an id derived from its cause; also the account that creates the workshop.</summary>
    System,
}

/// <summary>Where the workshop stands. Part of the table of rights.</summary>
public enum Phase
{
    /// <summary>Being prepared; nobody but staff is let in.</summary>
    Preparing,
    /// <summary>The session is open.</summary>
    Open,
    /// <summary>The session is closed; it can be opened again.</summary>
    Closed,
}

/// <summary>Who sends a command, taken from the connection's session and never from the message.</summary>
/// <param name="Person">Null for the system and for a newcomer.</param>
/// <param name="Role">The role of that person.</param>
public sealed record Actor(PersonId? Person, Role Role)
{
    /// <summary>The actor of work without a person.</summary>
    public static Actor System { get; } = new(null, Role.System);

    /// <summary>Somebody who has a valid code and is not a person of the workshop yet.</summary>
    public static Actor Newcomer { get; } = new(null, Role.Newcomer);

    /// <summary>The name in the log's column <c>actor</c>: a person's id, <c>system</c> or <c>newcomer</c>.</summary>
    public string LogName => Person?.Value ?? (Role == Role.Newcomer ? "newcomer" : "system");
}

/// <summary>All that a decision may know beside the state: deciders read no clock and draw no lots.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Id">The command's id; things that it makes are named after it.</param>
/// <param name="Now">The database's time, UTC.</param>
/// <param name="People">The names of the workshop's people, which the log does not hold.</param>
/// <param name="Salt">16 fresh random bytes, for the hash of personal data.</param>
public sealed record Asking(Actor Actor, CommandId Id, DateTimeOffset Now, PeopleDirectory People, ImmutableArray<byte> Salt)
{
    /// <summary>The person who asks, where the table of rights has made sure that there is one.</summary>
    public PersonId Person => Actor.Person ?? throw new InvalidOperationException("This command has no person.");
}
