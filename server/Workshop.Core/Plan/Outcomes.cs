namespace Workshop.Core.Plan;

/// <summary>
/// The outcome tables of a workshop: one more projection, for reporting tools, written in the commit's transaction. Whole: the
/// rows of a workshop are replaced when its plan has changed.
/// </summary>
public sealed record Outcomes(
    ImmutableArray<PriorityRow> Priorities,
    ImmutableArray<ObjectiveRow> Objectives,
    ImmutableArray<ActionRow> Actions)
{
    /// <summary>The rows of a state.</summary>
    public static Outcomes Of(PlanState plan)
    {
        var lines = plan.Numbered().ToList();
        var number = lines.ToDictionary(l => l.Line.Id, l => l.Number);
        return new(
            [.. plan.Priorities.Select(p => new PriorityRow(p.Rank, p.Item.Value, p.Name.Words, p.Name.Original, p.Dots, p.Voters,
                plan.ObjectiveOf(p.Item) is { } line ? number[line.Id] : null))],
            [.. lines.Where(l => l.Line.Kind == PlanLineKind.Objective).Select(l => new ObjectiveRow(
                l.Line.Id.Value, l.Number, l.Line.Text.Words, l.Line.Text.Original,
                plan.Priorities.FirstOrDefault(p => l.Line.Sources.Contains(new ClusterSource(p.Item)))?.Rank))],
            [.. lines.Where(l => l.Line.Kind == PlanLineKind.Action).Select(l => new ActionRow(
                l.Line.Id.Value, l.Line.Parent!.Value.Value, l.Number, l.Line.Text.Words, l.Line.Text.Original))]);
    }
}

/// <summary>A row of <c>outcome_priority</c>.</summary>
public sealed record PriorityRow(int Rank, string Item, string Name, string Language, int Dots, int Voters, string? Objective);

/// <summary>A row of <c>outcome_objective</c>.</summary>
public sealed record ObjectiveRow(string Line, string Number, string Text, string Language, int? PriorityRank);

/// <summary>A row of <c>outcome_action</c>.</summary>
public sealed record ActionRow(string Line, string Objective, string Number, string Text, string Language);
