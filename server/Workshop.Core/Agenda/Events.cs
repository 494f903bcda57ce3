namespace Workshop.Core.Agenda;

/// <summary>What happened to the workshop, its session and its agenda.</summary>
public interface IAgendaEvent : IEvent;

/// <summary>The workshop exists.</summary>
public sealed record WorkshopCreated(
    Text Title,
    ImmutableArray<string> Languages,
    string TimeZone,
    ImmutableArray<StakeholderGroup> Groups) : IAgendaEvent;

/// <summary>Title, languages, time zone or groups are these from now on.</summary>
public sealed record WorkshopDescribed(
    Text Title,
    ImmutableArray<string> Languages,
    string TimeZone,
    ImmutableArray<StakeholderGroup> Groups) : IAgendaEvent;

/// <summary>The session is open, for the first time or again.</summary>
public sealed record SessionOpened : IAgendaEvent;

/// <summary>The session is closed.</summary>
public sealed record SessionClosed : IAgendaEvent;

/// <summary>A step is on the agenda.</summary>
public sealed record ActivityAdded(ActivityId Activity, Text Title, int Minutes, IActivitySettings Settings, string Rank) : IAgendaEvent;

/// <summary>A step has another title, length or settings; <c>From…</c> is what it had.</summary>
public sealed record ActivityChanged(
    ActivityId Activity,
    Text Title,
    int Minutes,
    IActivitySettings Settings,
    Text FromTitle,
    int FromMinutes,
    IActivitySettings FromSettings) : IAgendaEvent;

/// <summary>A step has another place.</summary>
public sealed record ActivityMoved(ActivityId Activity, string Rank, string FromRank) : IAgendaEvent;

/// <summary>A step is off the agenda.</summary>
public sealed record ActivityRemoved(ActivityId Activity) : IAgendaEvent;

/// <summary>The room looks at this step.</summary>
public sealed record ActivityShown(ActivityId Activity, ActivityId? From) : IAgendaEvent;

/// <summary>A step takes contributions. <paramref name="Source"/> is the board that a clustering sorts, fixed at its first opening.</summary>
public sealed record ActivityOpened(ActivityId Activity, ActivityId? Source = null) : IAgendaEvent;

/// <summary>A step takes none.</summary>
public sealed record ActivityClosed(ActivityId Activity) : IAgendaEvent;
