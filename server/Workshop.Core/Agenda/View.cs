namespace Workshop.Core.Agenda;

/// <summary>What everyone sees of the workshop and its agenda.</summary>
public static class AgendaView
{
    /// <summary>What an event touched.</summary>
    public static IEnumerable<Subject> TouchedBy(IAgendaEvent happened) => happened switch
    {
        WorkshopCreated or WorkshopDescribed or SessionOpened or SessionClosed or ActivityShown => [new(SubjectKind.Workshop)],
        ActivityRemoved => [new(SubjectKind.Workshop), new(SubjectKind.Agenda)],
        _ => [new(SubjectKind.Agenda)],
    };

    /// <summary>The workshop's record.</summary>
    public static IEnumerable<Projected> OfWorkshop(WorkshopState state) => state.Agenda is not { Title: { } title } agenda ? [] :
    [
        new(View.PublicNow, new WorkshopRecord
        {
            Title = title,
            Languages = agenda.Languages,
            TimeZone = agenda.TimeZone,
            Groups = agenda.Groups,
            Phase = agenda.Phase,
            OpenedAt = agenda.OpenedAt,
            ClosedAt = agenda.ClosedAt,
            Shown = agenda.Shown,
        }),
    ];

    /// <summary>The records of all steps.</summary>
    public static IEnumerable<Projected> OfAgenda(WorkshopState state) => state.Agenda.InOrder.Select((activity, index) =>
        new Projected(View.PublicNow, new ActivityRecord
        {
            Activity = activity.Id,
            Number = index + 1,
            Title = activity.Title,
            Minutes = activity.Minutes,
            Settings = activity.Settings,
            Status = activity.Status,
            OpenedAt = activity.OpenedAt,
            ClosedAt = activity.ClosedAt,
            Source = state.Agenda.SourceOf(activity.Id),
        }));
}
