namespace Workshop.Core.Agenda;

/// <summary>Commands about the workshop itself, its session and its agenda.</summary>
public interface IAgendaCommand : ICommand;

/// <summary>The first command of a log, sent by the server for an account: makes the workshop and its facilitator.</summary>
public sealed record CreateWorkshop : IAgendaCommand
{
    /// <summary>Title, at most 200 graphemes a language.</summary>
    public required NewText Title { get; init; }

    /// <summary>The workshop's working languages, BCP 47 tags, 1 to 12, the first is the default.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>IANA name or a fixed offset such as <c>+06:00</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>1 to 12 groups.</summary>
    public required ImmutableArray<NewGroup> Groups { get; init; }

    /// <summary>The facilitator's name as the room sees it.</summary>
    public required string FacilitatorName { get; init; }

    /// <summary>The facilitator's language.</summary>
    public required string FacilitatorLanguage { get; init; }
}

/// <summary>Changes what <see cref="CreateWorkshop"/> set. A group that people have joined can't be left out.</summary>
public sealed record DescribeWorkshop : IAgendaCommand
{
    /// <summary>Title, at most 200 graphemes a language.</summary>
    public required NewText Title { get; init; }

    /// <summary>The workshop's working languages, BCP 47 tags, 1 to 12, the first is the default.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>IANA name or a fixed offset such as <c>+06:00</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>1 to 12 groups.</summary>
    public required ImmutableArray<NewGroup> Groups { get; init; }
}

/// <summary>Opens the session: people can join and contribute. Opening a closed one again is the same command.</summary>
public sealed record OpenSession : IAgendaCommand;

/// <summary>Closes the session: nobody can join or contribute; everything stays.</summary>
public sealed record CloseSession : IAgendaCommand;

/// <summary>Puts a step on the agenda.</summary>
public sealed record AddActivity : IAgendaCommand
{
    /// <summary>Title or question, at most 200 graphemes a language.</summary>
    public required NewText Title { get; init; }

    /// <summary>Planned length, 1 to 600 minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Kind and settings.</summary>
    public required IActivitySettings Settings { get; init; }

    /// <summary>Behind which step; null: at the end. An unknown one means the end.</summary>
    public ActivityId? After { get; init; }
}

/// <summary>Changes a step. Its kind stays; settings are fixed once it was opened.</summary>
public sealed record ChangeActivity : IAgendaCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>Title or question, at most 200 graphemes a language.</summary>
    public required NewText Title { get; init; }

    /// <summary>Planned length, 1 to 600 minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Settings of the same kind.</summary>
    public required IActivitySettings Settings { get; init; }
}

/// <summary>Moves a step on the agenda.</summary>
public sealed record MoveActivity : IAgendaCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>Behind which step; null: to the front. An unknown one means the end.</summary>
    public ActivityId? After { get; init; }
}

/// <summary>Takes a step off the agenda; only one that was never opened.</summary>
public sealed record RemoveActivity : IAgendaCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
}

/// <summary>Brings everyone to a step, forward or back. Opens, closes and reveals nothing.</summary>
public sealed record ShowActivity : IAgendaCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
}

/// <summary>Lets a step take contributions, for the first time or again. A vote has its own command.</summary>
public sealed record OpenActivity : IAgendaCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
}

/// <summary>Stops taking contributions. Reveals and deletes nothing. A vote has its own command.</summary>
public sealed record CloseActivity : IAgendaCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
}
