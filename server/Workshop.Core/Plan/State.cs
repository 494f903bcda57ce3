namespace Workshop.Core.Plan;

/// <summary>Priorities and lines of the draft plan.</summary>
public sealed record PlanState
{
    /// <summary>Nothing yet.</summary>
    public static PlanState Empty { get; } = new();

    /// <summary>The vote that the priorities come from; null before they are adopted.</summary>
    public ActivityId? Vote { get; init; }

    /// <summary>The adopted priorities, in order.</summary>
    public ImmutableArray<Priority> Priorities { get; init; } = [];

    /// <summary>The lines that are in the plan.</summary>
    public ImmutableDictionary<PlanLineId, PlanLine> Lines { get; init; } = ImmutableDictionary<PlanLineId, PlanLine>.Empty;

    /// <summary>The line with this id.</summary>
    public PlanLine? Find(PlanLineId id) => Lines.GetValueOrDefault(id);

    /// <summary>The objectives (null) or the actions of one, in order.</summary>
    public IEnumerable<PlanLine> Under(PlanLineId? parent) => Lines.Values
        .Where(l => l.Parent == parent)
        .OrderBy(l => l.Rank, StringComparer.Ordinal).ThenBy(l => l.Id.Value, StringComparer.Ordinal);

    /// <summary>The lines in reading order, each with its number: <c>1</c>, <c>1.1</c>, <c>1.2</c>, <c>2</c> …</summary>
    public IEnumerable<(string Number, PlanLine Line)> Numbered()
    {
        var objective = 0;
        foreach (var line in Under(null))
        {
            yield return ($"{++objective}", line);
            var action = 0;
            foreach (var child in Under(line.Id))
            {
                yield return ($"{objective}.{++action}", child);
            }
        }
    }


    /// <summary>The objective drafted from a priority; null: none yet.</summary>
    public PlanLine? ObjectiveOf(ClusterId priority) => Under(null).FirstOrDefault(l => l.Sources.Contains(new ClusterSource(priority)));
}

/// <summary>A line of the plan.</summary>
public sealed record PlanLine
{
    /// <summary>Which.</summary>
    public required PlanLineId Id { get; init; }
    /// <summary>Objective or action.</summary>
    public required PlanLineKind Kind { get; init; }
    /// <summary>For an action: its objective.</summary>
    public PlanLineId? Parent { get; init; }
    /// <summary>Its text.</summary>
    public required Text Text { get; init; }
    /// <summary>Its place.</summary>
    public required string Rank { get; init; }
    /// <summary>Where it comes from.</summary>
    public ImmutableArray<IPlanSource> Sources { get; init; } = [];
}
