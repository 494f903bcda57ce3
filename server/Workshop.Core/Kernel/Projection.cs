using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Kernel;

/// <summary>
/// State to records, view by view. An event touches subjects; the records of a subject before and after are what changed. All
/// subjects together are the whole.
/// </summary>
public static class Projection
{
    /// <summary>Changes whenever the code that projects changes: a client with another build fetches everything anew.</summary>
    public static string Build { get; } = typeof(Projection).Module.ModuleVersionId.ToString("n")[..12];

    /// <summary>What an event touched, in the state after it.</summary>
    public static IEnumerable<Subject> TouchedBy(WorkshopState after, IEvent happened) => happened switch
    {
        IAgendaEvent e => AgendaView.TouchedBy(e),
        IPeopleEvent e => PeopleView.TouchedBy(e),
        ICardsEvent e => CardsView.TouchedBy(after, e),
        IClustersEvent e => ClustersView.TouchedBy(after, e),
        IVotingEvent e => VotingView.TouchedBy(e),
        IPlanEvent e => PlanView.TouchedBy(after, e),
        _ => [],
    };

    /// <summary>The records of a subject in all views.</summary>
    public static IEnumerable<Projected> Of(WorkshopState state, PeopleDirectory people, Subject subject) => subject.Kind switch
    {
        SubjectKind.Workshop => AgendaView.OfWorkshop(state),
        SubjectKind.Agenda => AgendaView.OfAgenda(state),
        SubjectKind.Person => PeopleView.Of(state, people, PersonId.Of(subject.Key)),
        SubjectKind.Card => CardsView.Of(state, CardId.Of(subject.Key)),
        SubjectKind.Cluster => ClustersView.OfCluster(state, ClusterId.Of(subject.Key)),
        SubjectKind.Placement => ClustersView.OfPlacement(state, CardId.Of(subject.Key)),
        SubjectKind.Vote => VotingView.Of(state, ActivityId.Of(subject.Key)),
        SubjectKind.Plan => PlanView.Of(state),
        _ => [],
    };

    /// <summary>All records of a view, from the subjects that can be in its topic.</summary>
    public static IEnumerable<IRecord> Of(WorkshopState state, PeopleDirectory people, View view) =>
        SubjectsIn(state, view).SelectMany(s => Of(state, people, s)).Where(p => p.View == view).Select(p => p.Record);

    static IEnumerable<Subject> SubjectsIn(WorkshopState state, View view) => view switch
    {
        { Topic: "now", Person: { } person } => [new(SubjectKind.Person, person.Value)],
        { Topic: "now" } => [new(SubjectKind.Workshop), new(SubjectKind.Agenda),
            .. state.People.All.Keys.Select(p => new Subject(SubjectKind.Person, p.Value))],
        { Topic: "plan" } => [new(SubjectKind.Plan)],
        { Activity: { } activity, Person: { } person } => OwnSubjectsIn(state, activity, person),
        { Activity: { } activity } => SubjectsIn(state, activity),
        _ => [],
    };

    /// <summary>Of a board a person sees alone only what they wrote: everyone who joins asks for this view, on the fullest board.</summary>
    static IEnumerable<Subject> OwnSubjectsIn(WorkshopState state, ActivityId activity, PersonId person) =>
    [
        .. state.Cards.On(activity).Where(c => c.Author == person).Select(c => new Subject(SubjectKind.Card, c.Id.Value)),
        new(SubjectKind.Vote, activity.Value),
    ];

    static IEnumerable<Subject> SubjectsIn(WorkshopState state, ActivityId activity) =>
    [
        .. state.Cards.ByBoard.GetValueOrDefault(activity, []).Select(c => new Subject(SubjectKind.Card, c.Value)),
        .. state.Clusters.Of(activity).Select(k => new Subject(SubjectKind.Cluster, k.Id.Value)),
        .. state.Clusters.Of(activity).SelectMany(k => k.Cards).Select(c => new Subject(SubjectKind.Placement, c.Value)),
        new(SubjectKind.Vote, activity.Value),
    ];
}
