namespace Workshop.Core.Plan;

/// <summary>The adopted priorities, in <c>public/plan</c>; id <c>priorities</c>.</summary>
public sealed record PrioritiesRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => "priorities";
    /// <summary>The vote they come from.</summary>
    public required ActivityId Vote { get; init; }
    /// <summary>In order.</summary>
    public required ImmutableArray<AdoptedPriority> Priorities { get; init; }
}

/// <summary>An adopted priority, and what has become of it.</summary>
/// <param name="Item">The cluster.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Name">Its name when the vote opened.</param>
/// <param name="Dots">Its dots.</param>
/// <param name="Voters">How many gave it any.</param>
/// <param name="Objective">The objective drafted from it; null: none yet.</param>
public sealed record AdoptedPriority(ClusterId Item, int Rank, Text Name, int Dots, int Voters, PlanLineId? Objective);

/// <summary>A line of the plan, in <c>public/plan</c>; id <c>line:L</c>.</summary>
public sealed record PlanLineRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"line:{Line}";
    /// <summary>Which.</summary>
    public required PlanLineId Line { get; init; }
    /// <summary>Objective or action.</summary>
    public required PlanLineKind Kind { get; init; }
    /// <summary>For an action: its objective.</summary>
    public PlanLineId? Parent { get; init; }
    /// <summary><c>1</c>, <c>1.2</c>: follows from the order.</summary>
    public required string Number { get; init; }
    /// <summary>Sorts siblings: by rank, then id; ordinal.</summary>
    public required string Rank { get; init; }
    /// <summary>Its text; <c>text.version</c> is the base of an edit.</summary>
    public required Text Text { get; init; }
    /// <summary>Where it comes from.</summary>
    public required ImmutableArray<SourceRecord> Sources { get; init; }
}

/// <summary>A source as a chip shows it.</summary>
public sealed record SourceRecord
{
    /// <summary>What it is: <c>cluster</c>, <c>card</c>, <c>vote</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>The activity in whose view it is found.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>The id of the cluster or card; absent for a vote.</summary>
    public string? Ref { get; init; }
    /// <summary>The number that people say, <c>K02</c>, <c>C014</c>; empty for a vote.</summary>
    public required string Number { get; init; }
    /// <summary>A cluster: how many cards. A vote: the rank.</summary>
    public int? Count { get; init; }
    /// <summary>A vote: the dots.</summary>
    public int? Dots { get; init; }
}
