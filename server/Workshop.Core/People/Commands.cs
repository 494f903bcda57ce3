namespace Workshop.Core.People;

/// <summary>Commands about the people of a workshop.</summary>
public interface IPeopleCommand : ICommand;

/// <summary>Brings a newcomer into the room; sent by the server when the door's form is filled in. Joining is arriving.</summary>
public sealed record JoinWorkshop : IPeopleCommand
{
    /// <summary>1 to 40 graphemes; one that is taken becomes "Name (2)".</summary>
    public required string Name { get; init; }

    /// <summary>The language of the interface, a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>One of the workshop's groups.</summary>
    public required GroupId Group { get; init; }
}

/// <summary>The sender leaves. A lost connection is not leaving.</summary>
public sealed record LeaveWorkshop : IPeopleCommand;

/// <summary>The sender, who had left, is back.</summary>
public sealed record ReturnToWorkshop : IPeopleCommand;

/// <summary>Staff note that somebody has left.</summary>
public sealed record MarkLeft : IPeopleCommand
{
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }
}

/// <summary>Gives or takes a person's right to vote. An open vote keeps its electorate.</summary>
public sealed record SetVotingRight : IPeopleCommand
{
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Whether they may vote.</summary>
    public required bool Votes { get; init; }
}

/// <summary>Sets the sender's language.</summary>
public sealed record SetLanguage : IPeopleCommand
{
    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }
}
