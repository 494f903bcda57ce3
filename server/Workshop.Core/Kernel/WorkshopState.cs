using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Kernel;

/// <summary>What a log comes to: each feature's part. Immutable; rebuilt by replay.</summary>
public sealed record WorkshopState
{
    /// <summary>Before the first commit.</summary>
    public static WorkshopState Empty { get; } = new();

    /// <summary>Title, session, steps.</summary>
    public AgendaState Agenda { get; init; } = AgendaState.Empty;
    /// <summary>Who is in the workshop.</summary>
    public PeopleState People { get; init; } = PeopleState.Empty;
    /// <summary>The contributions.</summary>
    public CardsState Cards { get; init; } = CardsState.Empty;
    /// <summary>The clusters, and which card is in which.</summary>
    public ClustersState Clusters { get; init; } = ClustersState.Empty;
    /// <summary>The votes that were opened.</summary>
    public VotingState Voting { get; init; } = VotingState.Empty;
    /// <summary>Priorities and lines.</summary>
    public PlanState Plan { get; init; } = PlanState.Empty;
}
