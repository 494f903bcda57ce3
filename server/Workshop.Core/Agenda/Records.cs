namespace Workshop.Core.Agenda;

/// <summary>The workshop itself, in <c>public/now</c>; id <c>workshop</c>.</summary>
public sealed record WorkshopRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => "workshop";
    /// <summary>Its title.</summary>
    public required Text Title { get; init; }
    /// <summary>Its working languages, the default first.</summary>
    public required ImmutableArray<string> Languages { get; init; }
    /// <summary>IANA name or fixed offset.</summary>
    public required string TimeZone { get; init; }
    /// <summary>Its stakeholder groups, in order.</summary>
    public required ImmutableArray<StakeholderGroup> Groups { get; init; }
    /// <summary>Whether the session is open.</summary>
    public required Phase Phase { get; init; }
    /// <summary>When the session was first opened, UTC.</summary>
    public DateTimeOffset? OpenedAt { get; init; }
    /// <summary>When the session was closed, UTC; absent while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    /// <summary>The step that everyone looks at.</summary>
    public ActivityId? Shown { get; init; }
}

/// <summary>A step of the agenda, in <c>public/now</c>; id <c>activity:A</c>.</summary>
public sealed record ActivityRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"activity:{Activity}";
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>Its place on the agenda, from 1.</summary>
    public required int Number { get; init; }
    /// <summary>Title or question.</summary>
    public required Text Title { get; init; }
    /// <summary>Planned length.</summary>
    public required int Minutes { get; init; }
    /// <summary>Kind and settings.</summary>
    public required IActivitySettings Settings { get; init; }
    /// <summary>Where it stands.</summary>
    public required ActivityStatus Status { get; init; }
    /// <summary>When it was first opened, UTC.</summary>
    public DateTimeOffset? OpenedAt { get; init; }
    /// <summary>When it was last closed, UTC; absent while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    /// <summary>What it works on: the board of a clustering, the clustering of a vote, the vote of a plan; fixed or, before it opens, what would be taken.</summary>
    public ActivityId? Source { get; init; }
}
