namespace Workshop.Core.Agenda;

/// <summary>What the agenda remembers.</summary>
public sealed record AgendaState
{
    /// <summary>Before the workshop exists.</summary>
    public static AgendaState Empty { get; } = new();

    /// <summary>The title; null before the workshop exists.</summary>
    public Text? Title { get; init; }
    /// <summary>Working languages, the default first.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];
    /// <summary>IANA name or fixed offset.</summary>
    public string TimeZone { get; init; } = "UTC";
    /// <summary>Stakeholder groups, in order.</summary>
    public ImmutableArray<StakeholderGroup> Groups { get; init; } = [];
    /// <summary>Whether the session is open.</summary>
    public Phase Phase { get; init; } = Phase.Preparing;
    /// <summary>When the session was first opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }
    /// <summary>When the session was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    /// <summary>The step that everyone looks at.</summary>
    public ActivityId? Shown { get; init; }
    /// <summary>The steps on the agenda.</summary>
    public ImmutableDictionary<ActivityId, Activity> Activities { get; init; } = ImmutableDictionary<ActivityId, Activity>.Empty;

    /// <summary>The steps in order.</summary>
    public IEnumerable<Activity> InOrder => Activities.Values
        .OrderBy(a => a.Rank, StringComparer.Ordinal).ThenBy(a => a.Id.Value, StringComparer.Ordinal);

    /// <summary>What a step works on: fixed at its opening; before that, the nearest step of the right kind before it.</summary>
    public ActivityId? SourceOf(ActivityId id)
    {
        if (Activities.GetValueOrDefault(id) is not { } activity)
        {
            return null;
        }

        return activity.Source ?? activity.Settings switch
        {
            ClusteringSettings { Board: { } board } => board,
            VoteSettings { Clustering: { } clustering } => clustering,
            ClusteringSettings => NearestBefore<BrainstormSettings>(id),
            VoteSettings => NearestBefore<ClusteringSettings>(id),
            PlanSettings => NearestBefore<VoteSettings>(id),
            _ => null,
        };
    }

    ActivityId? NearestBefore<TSettings>(ActivityId id) => InOrder
        .TakeWhile(a => a.Id != id)
        .Where(a => a.Settings is TSettings)
        .Select(a => (ActivityId?)a.Id)
        .LastOrDefault();
}

/// <summary>A step on the agenda.</summary>
public sealed record Activity
{
    /// <summary>Which.</summary>
    public required ActivityId Id { get; init; }
    /// <summary>Title or question.</summary>
    public required Text Title { get; init; }
    /// <summary>Planned length.</summary>
    public required int Minutes { get; init; }
    /// <summary>Kind and settings.</summary>
    public required IActivitySettings Settings { get; init; }
    /// <summary>Its place.</summary>
    public required string Rank { get; init; }
    /// <summary>Where it stands.</summary>
    public ActivityStatus Status { get; init; } = ActivityStatus.Planned;
    /// <summary>When it was first opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }
    /// <summary>When it was last closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    /// <summary>What it works on, fixed at its first opening.</summary>
    public ActivityId? Source { get; init; }
}
