namespace Workshop.Core.Voting;

/// <summary>Every way in which a command about a vote is refused.</summary>
public static class VotingRejections
{
    /// <summary>The rule of a vote contradicts itself.</summary>
    public static Rejection Rule() => Rejection.Of("voting.rule");
    /// <summary>The activity is no vote.</summary>
    public static Rejection NoSuchVote() => Rejection.Of("voting.no-such-vote");
    /// <summary>The vote was not opened yet.</summary>
    public static Rejection NotOpen() => Rejection.Of("voting.not-open");
    /// <summary>The vote is closed, and this ballot is not among those counted.</summary>
    public static Rejection Closed() => Rejection.Of("voting.closed");
    /// <summary>A closed secret vote is never opened again.</summary>
    public static Rejection ClosedForGood() => Rejection.Of("voting.closed-for-good");
    /// <summary>Fewer than two clusters to vote on.</summary>
    public static Rejection TooFewItems() => Rejection.Of("voting.too-few-items");
    /// <summary>Nobody in the room has a vote.</summary>
    public static Rejection NoElectors() => Rejection.Of("voting.no-electors");
    /// <summary>The sender is not in the electorate.</summary>
    public static Rejection NotAVoter() => Rejection.Of("voting.not-a-voter");
    /// <summary>More dots than the rule allows.</summary>
    public static Rejection OverBudget(long dots, int budget) => Rejection.Of("voting.over-budget", ("dots", dots), ("budget", budget));
    /// <summary>The rule wants all dots placed.</summary>
    public static Rejection UnderBudget(long dots, int budget) => Rejection.Of("voting.under-budget", ("dots", dots), ("budget", budget));
    /// <summary>More dots on one item than the rule allows.</summary>
    public static Rejection TooManyOnOne(int dots, int most) => Rejection.Of("voting.too-many-on-one", ("dots", dots), ("most", most));
    /// <summary>The ballot names something that is not voted on.</summary>
    public static Rejection NoSuchItem() => Rejection.Of("voting.no-such-item");
    /// <summary>Ids or keys of the wrong form, or dots below one.</summary>
    public static Rejection Malformed() => Rejection.Of("voting.malformed");
    /// <summary>The rule makes a cast ballot final.</summary>
    public static Rejection Final() => Rejection.Of("voting.final");
    /// <summary>The sender has cast from another device.</summary>
    public static Rejection CastElsewhere() => Rejection.Of("voting.cast-on-another-device");
    /// <summary>The key does not prove the ballot that it would replace.</summary>
    public static Rejection WrongKey() => Rejection.Of("voting.wrong-key");
}
