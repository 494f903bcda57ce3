namespace Workshop.Core.Plan;

/// <summary>Commands about priorities and the draft plan.</summary>
public interface IPlanCommand : ICommand;

/// <summary>Adopts the ranking of a closed vote: freezes the list.</summary>
public sealed record AdoptPriorities : IPlanCommand
{
    /// <summary>The closed vote.</summary>
    public required ActivityId Vote { get; init; }

    /// <summary>
    /// The selected items in order. Must follow the ranking; only among items that the rule left tied may the order, and at
    /// the line the choice, be the facilitator's.
    /// </summary>
    public required ImmutableArray<ClusterId> Selected { get; init; }
}

/// <summary>Turns an adopted priority into an objective: its text is the cluster's name, its sources the cluster, its cards and the result.</summary>
public sealed record DraftObjective : IPlanCommand
{
    /// <summary>An adopted priority that has no objective yet.</summary>
    public required ClusterId Priority { get; init; }
}

/// <summary>Adds an objective that comes from no priority.</summary>
public sealed record AddObjective : IPlanCommand
{
    /// <summary>Its text, at most 600 graphemes a language.</summary>
    public required NewText Text { get; init; }
}

/// <summary>Adds an action to an objective.</summary>
public sealed record AddAction : IPlanCommand
{
    /// <summary>The objective.</summary>
    public required PlanLineId Objective { get; init; }

    /// <summary>Its text, at most 600 graphemes a language.</summary>
    public required NewText Text { get; init; }

    /// <summary>The cards it comes from.</summary>
    public ImmutableArray<CardId> Cards { get; init; } = [];
}

/// <summary>Gives a line another text.</summary>
public sealed record EditPlanLine : IPlanCommand
{
    /// <summary>Which.</summary>
    public required PlanLineId Line { get; init; }

    /// <summary>Its text in all its languages, at most 600 graphemes a language.</summary>
    public required NewText Text { get; init; }

    /// <summary>The version that was edited; an older one is refused with both texts kept.</summary>
    public required int Base { get; init; }
}

/// <summary>Moves a line among its siblings, or an action to another objective.</summary>
public sealed record MovePlanLine : IPlanCommand
{
    /// <summary>Which.</summary>
    public required PlanLineId Line { get; init; }

    /// <summary>For an action: under which objective; null for an objective.</summary>
    public PlanLineId? Parent { get; init; }

    /// <summary>Behind which sibling; null: to the front. An unknown one means the end.</summary>
    public PlanLineId? After { get; init; }
}

/// <summary>Takes a line out of the plan, with the actions below it; the log keeps them.</summary>
public sealed record RemovePlanLine : IPlanCommand
{
    /// <summary>Which.</summary>
    public required PlanLineId Line { get; init; }
}
