namespace Workshop.Core.Voting;

/// <summary>The votes that were opened. No ballot is ever part of it.</summary>
public sealed record VotingState
{
    /// <summary>None.</summary>
    public static VotingState Empty { get; } = new();

    /// <summary>By activity.</summary>
    public ImmutableDictionary<ActivityId, Vote> All { get; init; } = ImmutableDictionary<ActivityId, Vote>.Empty;

    /// <summary>The vote of an activity; null before it is opened.</summary>
    public Vote? Find(ActivityId activity) => All.GetValueOrDefault(activity);
}

/// <summary>A vote, as it was frozen when it opened, and its count once it is closed.</summary>
public sealed record Vote
{
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>What is voted on, in the order of creation.</summary>
    public required ImmutableArray<VoteItem> Items { get; init; }
    /// <summary>The rule.</summary>
    public required DotRule Rule { get; init; }
    /// <summary>Who may vote.</summary>
    public required ImmutableHashSet<PersonId> Electors { get; init; }
    /// <summary>The bands.</summary>
    public required ImmutableArray<Band> Bands { get; init; }
    /// <summary>The count; null while it is open.</summary>
    public VotingClosed? Count { get; init; }

    /// <summary>Whether it takes ballots.</summary>
    public bool IsOpen => Count is null;
}
