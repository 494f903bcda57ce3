using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workshop.Core.People;
using Workshop.Core.Voting;

namespace Workshop.Core.Agenda;

/// <summary>Decides and evolves the workshop, its session and its agenda.</summary>
public static partial class AgendaDecider
{
    /// <summary>What a command comes to.</summary>
    public static Decision Decide(WorkshopState state, Asking asking, IAgendaCommand command) => command switch
    {
        CreateWorkshop c => Create(state.Agenda, asking, c),
        DescribeWorkshop c => Describe(state, asking, c),
        OpenSession => state.Agenda.Phase == Phase.Open ? [] : [new SessionOpened()],
        CloseSession => state.Agenda.Phase == Phase.Open ? [new SessionClosed()] : [],
        AddActivity c => Add(state.Agenda, asking, c),
        ChangeActivity c => Change(state.Agenda, asking, c),
        MoveActivity c => Move(state.Agenda, c),
        RemoveActivity c => Remove(state.Agenda, c),
        ShowActivity c => Show(state.Agenda, c),
        OpenActivity c => Open(state.Agenda, c),
        CloseActivity c => Close(state.Agenda, c),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    static Decision Create(AgendaState agenda, Asking asking, CreateWorkshop c)
    {
        if (agenda.Title is not null)
        {
            return AgendaRejections.Exists();
        }

        var facilitator = PersonId.Of(asking.Id.Value);
        var (facts, rejection) = Read(c.Title, c.Languages, c.TimeZone, c.Groups, facilitator, null);
        var (name, unfit) = PeopleDecider.ReadName(c.FacilitatorName);
        if (rejection is { } no || (no = unfit) is not null)
        {
            return no;
        }

        if (!Writing.IsTag(c.FacilitatorLanguage))
        {
            return AgendaRejections.Languages();
        }

        var row = PersonRow.Of(facilitator, 1, asking.Salt, new() { Name = name });
        Decision made =
        [
            new WorkshopCreated(facts.Title, facts.Languages, facts.TimeZone, facts.Groups),
            new PersonJoined(facilitator, row.Trace, Role.Facilitator, Votes: false, c.FacilitatorLanguage, Group: null),
        ];
        return made with { People = [row] };
    }

    static Decision Describe(WorkshopState state, Asking asking, DescribeWorkshop c)
    {
        var agenda = state.Agenda;
        var (facts, rejection) = Read(c.Title, c.Languages, c.TimeZone, c.Groups, asking.Person, agenda);
        if (rejection is { } no)
        {
            return no;
        }

        var left = agenda.Groups.FirstOrDefault(g =>
            facts.Groups.All(n => n.Id != g.Id) && state.People.All.Values.Any(p => p.Group == g.Id));
        return left is not null ? AgendaRejections.GroupInUse(left.Name)
            : Same(facts, new WorkshopDescribed(agenda.Title!, agenda.Languages, agenda.TimeZone, agenda.Groups)) ? []
            : [facts];
    }

    static Decision Add(AgendaState agenda, Asking asking, AddActivity c)
    {
        var (title, rejection) = Writing.Read(c.Title, Writing.Title, asking.Person);
        if (rejection is { } no || (no = RefuseSettings(agenda, c.Minutes, c.Settings)) is not null)
        {
            return no;
        }

        var (low, high) = c.After is null ? (agenda.InOrder.LastOrDefault()?.Rank, null) : GapBehind(agenda, c.After);
        return agenda.Activities.Count >= Limits.Activities
            ? AgendaRejections.TooMany(Limits.Activities)
            : [new ActivityAdded(ActivityId.Of(asking.Id.Value), title, c.Minutes, c.Settings, Rank.Between(low, high))];
    }

    static Decision Change(AgendaState agenda, Asking asking, ChangeActivity c)
    {
        if (agenda.Activities.GetValueOrDefault(c.Activity) is not { } activity)
        {
            return AgendaRejections.NoSuchActivity();
        }

        var (title, rejection) = Writing.Read(c.Title, Writing.Title, asking.Person, activity.Title);
        if (rejection is { } no || (no = RefuseSettings(agenda, c.Minutes, c.Settings)) is not null)
        {
            return no;
        }

        return c.Settings.GetType() != activity.Settings.GetType() ? AgendaRejections.KindFixed()
            : activity.OpenedAt is not null && !Same(c.Settings, activity.Settings) ? AgendaRejections.SettingsFixed()
            : title == activity.Title && c.Minutes == activity.Minutes && Same(c.Settings, activity.Settings) ? []
            : [new ActivityChanged(c.Activity, title, c.Minutes, c.Settings, activity.Title, activity.Minutes, activity.Settings)];
    }

    static Decision Move(AgendaState agenda, MoveActivity c)
    {
        if (agenda.Activities.GetValueOrDefault(c.Activity) is not { } activity)
        {
            return AgendaRejections.NoSuchActivity();
        }

        var (low, high) = GapBehind(agenda, c.After, c.Activity);
        var stays = string.CompareOrdinal(low, activity.Rank) < 0 && (high is null || string.CompareOrdinal(activity.Rank, high) < 0);
        return stays ? [] : [new ActivityMoved(c.Activity, Rank.Between(low, high), activity.Rank)];
    }

    static Decision Remove(AgendaState agenda, RemoveActivity c) => agenda.Activities.GetValueOrDefault(c.Activity) switch
    {
        null => AgendaRejections.NoSuchActivity(),
        { OpenedAt: not null } => AgendaRejections.OpenedOnce(),
        _ => [new ActivityRemoved(c.Activity)],
    };

    static Decision Show(AgendaState agenda, ShowActivity c) =>
        !agenda.Activities.ContainsKey(c.Activity) ? AgendaRejections.NoSuchActivity()
        : agenda.Shown == c.Activity ? []
        : [new ActivityShown(c.Activity, agenda.Shown)];

    static Decision Open(AgendaState agenda, OpenActivity c) => agenda.Activities.GetValueOrDefault(c.Activity) switch
    {
        null => AgendaRejections.NoSuchActivity(),
        { Settings: VoteSettings } => AgendaRejections.VoteApart(),
        { Status: ActivityStatus.Open } => [],
        { Settings: ClusteringSettings } => agenda.SourceOf(c.Activity) is { } board && agenda.Activities.GetValueOrDefault(board)?.OpenedAt is not null
            ? [new ActivityOpened(c.Activity, board)]
            : AgendaRejections.NothingToSort(),
        _ => [new ActivityOpened(c.Activity)],
    };

    static Decision Close(AgendaState agenda, CloseActivity c) => agenda.Activities.GetValueOrDefault(c.Activity) switch
    {
        null => AgendaRejections.NoSuchActivity(),
        { Settings: VoteSettings } => AgendaRejections.VoteApart(),
        { Status: ActivityStatus.Open } => [new ActivityClosed(c.Activity)],
        _ => [],
    };

    /// <summary>The agenda after an event.</summary>
    public static AgendaState Evolve(AgendaState agenda, IAgendaEvent happened, DateTimeOffset at) => happened switch
    {
        WorkshopCreated e => agenda with { Title = e.Title, Languages = e.Languages, TimeZone = e.TimeZone, Groups = e.Groups },
        WorkshopDescribed e => agenda with { Title = e.Title, Languages = e.Languages, TimeZone = e.TimeZone, Groups = e.Groups },
        SessionOpened => agenda with { Phase = Phase.Open, OpenedAt = agenda.OpenedAt ?? at, ClosedAt = null },
        SessionClosed => agenda with { Phase = Phase.Closed, ClosedAt = at },
        ActivityAdded e => agenda.With(new Activity { Id = e.Activity, Title = e.Title, Minutes = e.Minutes, Settings = e.Settings, Rank = e.Rank }),
        ActivityChanged e => agenda.With(e.Activity, a => a with { Title = e.Title, Minutes = e.Minutes, Settings = e.Settings }),
        ActivityMoved e => agenda.With(e.Activity, a => a with { Rank = e.Rank }),
        ActivityRemoved e => agenda with
        {
            Activities = agenda.Activities.Remove(e.Activity),
            Shown = agenda.Shown == e.Activity ? null : agenda.Shown,
        },
        ActivityShown e => agenda with { Shown = e.Activity },
        ActivityOpened e => agenda.With(e.Activity, a => a.Opened(at) with { Source = a.Source ?? e.Source }),
        ActivityClosed e => agenda.With(e.Activity, a => a.Closed(at)),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    static (WorkshopDescribed Facts, Rejection? Rejection) Read(
        NewText title, ImmutableArray<string> languages, string timeZone, ImmutableArray<NewGroup> groups, PersonId by, AgendaState? from)
    {
        var (text, rejection) = Writing.Read(title, Writing.Title, by, from?.Title);
        rejection ??= languages.Length is 0 or > Limits.Languages || languages.Distinct().Count() < languages.Length || !languages.All(Writing.IsTag)
            ? AgendaRejections.Languages()
            : !TimeZoneShape().IsMatch(timeZone) ? AgendaRejections.TimeZone()
            : groups.Length is 0 or > Limits.Groups || groups.DistinctBy(g => g.Id).Count() < groups.Length || groups.Any(g => g.Id == Band.NoGroup)
                ? AgendaRejections.Groups()
                : null;
        var named = ImmutableArray.CreateBuilder<StakeholderGroup>();
        foreach (var group in rejection is null ? groups : [])
        {
            var (name, unfit) = Writing.Read(group.Name, Writing.Name, by, from?.Groups.FirstOrDefault(g => g.Id == group.Id)?.Name);
            rejection ??= unfit;
            named.Add(new() { Id = group.Id, Name = name, Votes = group.Votes });
        }

        return (new(text, languages, timeZone, named.ToImmutable()), rejection);
    }

    static Rejection? RefuseSettings(AgendaState agenda, int minutes, IActivitySettings settings) =>
        minutes is < 1 or > Limits.Minutes ? AgendaRejections.Minutes() : settings switch
        {
            ClusteringSettings { Board: { } board } when !Is<BrainstormSettings>(agenda, board) => AgendaRejections.NoSuchSource(),
            VoteSettings { Clustering: { } clustering } when !Is<ClusteringSettings>(agenda, clustering) => AgendaRejections.NoSuchSource(),
            VoteSettings v when !v.Rule.IsSound => VotingRejections.Rule(),
            _ => null,
        };

    static bool Is<TSettings>(AgendaState agenda, ActivityId id) => agenda.Activities.GetValueOrDefault(id)?.Settings is TSettings;

    /// <summary>Lists have no equality of their own; their JSON has.</summary>
    static bool Same<T>(T a, T b) => JsonSerializer.Serialize(a, Wire.Json.Log) == JsonSerializer.Serialize(b, Wire.Json.Log);

    static (string? Low, string? High) GapBehind(AgendaState agenda, ActivityId? after, ActivityId? moved = null) =>
        Rank.Gap(agenda.InOrder.Where(a => a.Id != moved), a => a.Id, a => a.Rank, after);

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9_+-]{0,31}(/[A-Za-z0-9_+-]{1,31}){0,2}|[+-](0[0-9]|1[0-4]):[0-5][0-9])\z")]
    private static partial Regex TimeZoneShape();
}

/// <summary>The agenda's words for a step.</summary>
public static class AgendaWords
{
    extension(AgendaState agenda)
    {
        /// <summary>With this step put in.</summary>
        public AgendaState With(Activity activity) => agenda with { Activities = agenda.Activities.SetItem(activity.Id, activity) };

        /// <summary>With a step changed; without it, as it was.</summary>
        public AgendaState With(ActivityId id, Func<Activity, Activity> change) =>
            agenda.Activities.GetValueOrDefault(id) is { } activity ? agenda.With(change(activity)) : agenda;
    }

    extension(Activity activity)
    {
        /// <summary>Taking contributions since <paramref name="at"/>, or again.</summary>
        public Activity Opened(DateTimeOffset at) =>
            activity with { Status = ActivityStatus.Open, OpenedAt = activity.OpenedAt ?? at, ClosedAt = null };

        /// <summary>Taking none since <paramref name="at"/>.</summary>
        public Activity Closed(DateTimeOffset at) => activity with { Status = ActivityStatus.Closed, ClosedAt = at };
    }
}
