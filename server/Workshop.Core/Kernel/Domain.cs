using System.Diagnostics;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Kernel;

/// <summary>The switch over the features: what a command comes to, and what an event changes.</summary>
public static class Domain
{
    /// <summary>Decides a command against a state. Asks <see cref="Rights"/> first; deciders never look at roles.</summary>
    public static Decision Decide(WorkshopState state, Asking asking, ICommand command) =>
        Rights.Refuse(state, asking.Actor, command) is { } rejection ? rejection : command switch
        {
            IAgendaCommand c => AgendaDecider.Decide(state, asking, c),
            IPeopleCommand c => PeopleDecider.Decide(state, asking, c),
            ICardsCommand c => CardsDecider.Decide(state, asking, c),
            IClustersCommand c => ClustersDecider.Decide(state, asking, c),
            IVotingCommand c => VotingDecider.Decide(state, asking, c),
            IPlanCommand c => PlanDecider.Decide(state, asking, c),
            _ => throw new UnreachableException(command.GetType().Name),
        };

    /// <summary>The state after an event. Cannot fail: it believes.</summary>
    public static WorkshopState Evolve(WorkshopState state, Happened happened) => happened.Event switch
    {
        IAgendaEvent e => state with { Agenda = AgendaDecider.Evolve(state.Agenda, e, happened.At) },
        IPeopleEvent e => state with { People = PeopleDecider.Evolve(state.People, e) },
        ICardsEvent e => CardsDecider.Evolve(state, e, happened.At),
        IClustersEvent e => state with { Clusters = ClustersDecider.Evolve(state.Clusters, e) },
        IVotingEvent e => VotingDecider.Evolve(state, e, happened.At),
        IPlanEvent e => state with { Plan = PlanDecider.Evolve(state.Plan, e) },
        _ => throw new UnreachableException(happened.Event.GetType().Name),
    };

    /// <summary>The state after a commit.</summary>
    public static WorkshopState Evolve(WorkshopState state, Commit commit) => commit.Read().Aggregate(state, Evolve);

    /// <summary>The boxes that an event opens; the commit's transaction inserts them and their rolls.</summary>
    public static IEnumerable<OpenedBox> BoxesOpenedBy(IEvent happened) =>
        happened is VotingOpened e ? [new OpenedBox(e.Activity.Value, e.Electors)] : [];
}
