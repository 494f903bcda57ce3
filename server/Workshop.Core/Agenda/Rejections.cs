namespace Workshop.Core.Agenda;

/// <summary>Every way in which a command about the workshop, its session or its agenda is refused.</summary>
public static class AgendaRejections
{
    /// <summary>The log has begun already.</summary>
    public static Rejection Exists() => Rejection.Of("workshop.exists");
    /// <summary>No language, more than twelve, one twice, or not a language.</summary>
    public static Rejection Languages() => Rejection.Of("workshop.languages");
    /// <summary>Neither an IANA name nor an offset.</summary>
    public static Rejection TimeZone() => Rejection.Of("workshop.time-zone");
    /// <summary>No group, more than twelve, or one id twice.</summary>
    public static Rejection Groups() => Rejection.Of("workshop.groups");
    /// <summary>People have joined a group that the new list leaves out.</summary>
    public static Rejection GroupInUse(Text group) => Rejection.Of("workshop.group-in-use", ("group", group.Words));
    /// <summary>There is no such step.</summary>
    public static Rejection NoSuchActivity() => Rejection.Of("agenda.no-such-activity");
    /// <summary>Not 1 to 600.</summary>
    public static Rejection Minutes() => Rejection.Of("agenda.minutes");
    /// <summary>The settings name a step of another kind, or none.</summary>
    public static Rejection NoSuchSource() => Rejection.Of("agenda.no-such-source");
    /// <summary>A brainstorm does not become a vote.</summary>
    public static Rejection KindFixed() => Rejection.Of("agenda.kind-fixed");
    /// <summary>The step was opened: only title and length can change.</summary>
    public static Rejection SettingsFixed() => Rejection.Of("agenda.settings-fixed");
    /// <summary>The step was opened, so it stays on the agenda.</summary>
    public static Rejection OpenedOnce() => Rejection.Of("agenda.opened-once");
    /// <summary>A vote opens and closes with commands of its own.</summary>
    public static Rejection VoteApart() => Rejection.Of("agenda.vote-apart");
    /// <summary>A clustering finds no board before it, or one that was never opened.</summary>
    public static Rejection NothingToSort() => Rejection.Of("agenda.nothing-to-sort");
    /// <summary>More steps than an agenda takes.</summary>
    public static Rejection TooMany(int most) => Rejection.Of("agenda.too-many", ("most", most));
}
