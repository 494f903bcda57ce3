namespace Workshop.Core.Plan;

/// <summary>Every way in which a command about priorities or the plan is refused.</summary>
public static class PlanRejections
{
    /// <summary>The vote is not closed.</summary>
    public static Rejection VoteNotClosed() => Rejection.Of("plan.vote-not-closed");
    /// <summary>The vote had too few ballots to give a result.</summary>
    public static Rejection NoResult() => Rejection.Of("plan.no-result");
    /// <summary>The list does not follow the ranking.</summary>
    public static Rejection NotTheRanking() => Rejection.Of("plan.not-the-ranking");
    /// <summary>Objectives were drafted from the priorities adopted before.</summary>
    public static Rejection PrioritiesInUse() => Rejection.Of("plan.priorities-in-use");
    /// <summary>The cluster is no adopted priority.</summary>
    public static Rejection NotAPriority() => Rejection.Of("plan.not-a-priority");
    /// <summary>The priority has its objective.</summary>
    public static Rejection DraftedAlready() => Rejection.Of("plan.drafted-already");
    /// <summary>There is no such line, or not of this kind.</summary>
    public static Rejection NoSuchLine() => Rejection.Of("plan.no-such-line");
    /// <summary>More lines than a plan takes.</summary>
    public static Rejection TooMany(int most) => Rejection.Of("plan.too-many", ("most", most));
}
