namespace Workshop.Core.Voting;

/// <summary>Commands about votes.</summary>
public interface IVotingCommand : ICommand;

/// <summary>Opens a vote: freezes the items, the rule and the electorate (those with a vote who are in the room).</summary>
public sealed record OpenVoting : IVotingCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>Whom the facilitator leaves out of the electorate.</summary>
    public ImmutableArray<PersonId> Without { get; init; } = [];
}

/// <summary>
/// Casts a secret ballot, or replaces the one cast from this device. It goes to the sealed box and leaves no command id.
/// </summary>
public sealed record CastBallot : IVotingCommand
{
    /// <summary>Which vote.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>The ballot's id: 128 random bits of the device, 32 hex digits in lower case; the same in each replacement.</summary>
    public required string Ballot { get; init; }

    /// <summary>Item to dots, each at least 1. Empty: an abstention.</summary>
    public required IReadOnlyDictionary<ClusterId, int> Dots { get; init; }

    /// <summary>SHA-256, 64 hex digits, of the UTF-8 text of the key that will prove the next replacement.</summary>
    public required string EditHash { get; init; }

    /// <summary>The key of the ballot to be replaced, 32 hex digits; null for the first cast.</summary>
    public string? Key { get; init; }
}

/// <summary>Closes a vote: empties the box, counts, and destroys the ballots. Cannot be undone.</summary>
public sealed record CloseVoting : IVotingCommand
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
}
