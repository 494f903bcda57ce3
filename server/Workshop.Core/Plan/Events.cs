namespace Workshop.Core.Plan;

/// <summary>What happened to priorities and the draft plan.</summary>
public interface IPlanEvent : IEvent;

/// <summary>The priorities are these, in this order.</summary>
public sealed record PrioritiesAdopted(ActivityId Vote, ImmutableArray<Priority> Priorities) : IPlanEvent;

/// <summary>An adopted priority.</summary>
/// <param name="Item">The cluster.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Name">Its name when the vote opened.</param>
/// <param name="Dots">Its dots.</param>
/// <param name="Voters">How many gave it any.</param>
public sealed record Priority(ClusterId Item, int Rank, Text Name, int Dots, int Voters);

/// <summary>An objective or an action.</summary>
public enum PlanLineKind
{
    /// <summary>What is to be reached.</summary>
    Objective,
    /// <summary>What is done for it.</summary>
    Action,
}

/// <summary>Where a line of the plan comes from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ClusterSource), "cluster")]
[JsonDerivedType(typeof(CardSource), "card")]
[JsonDerivedType(typeof(VoteSource), "vote")]
public interface IPlanSource;

/// <summary>From a cluster.</summary>
public sealed record ClusterSource(ClusterId Cluster) : IPlanSource;

/// <summary>From a card.</summary>
public sealed record CardSource(CardId Card) : IPlanSource;

/// <summary>From a place in the ranking of a vote.</summary>
public sealed record VoteSource(ActivityId Vote, int Rank, int Dots) : IPlanSource;

/// <summary>A line is in the plan. Its number follows from its rank.</summary>
public sealed record PlanLineAdded(
    PlanLineId Line,
    PlanLineKind Kind,
    PlanLineId? Parent,
    Text Text,
    string Rank,
    ImmutableArray<IPlanSource> Sources) : IPlanEvent;

/// <summary>A line has another text.</summary>
public sealed record PlanLineEdited(PlanLineId Line, Text Text, Text From) : IPlanEvent;

/// <summary>A line has another place.</summary>
public sealed record PlanLineMoved(PlanLineId Line, PlanLineId? Parent, string Rank, PlanLineId? FromParent, string FromRank) : IPlanEvent;

/// <summary>A line is out of the plan, and the actions below it.</summary>
public sealed record PlanLineRemoved(PlanLineId Line) : IPlanEvent;
