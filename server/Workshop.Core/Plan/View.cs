using Workshop.Core.Clusters;

namespace Workshop.Core.Plan;

/// <summary>What everyone sees of the priorities and the draft plan.</summary>
public static class PlanView
{
    /// <summary>What an event touched; a result says whether it was adopted.</summary>
    public static IEnumerable<Subject> TouchedBy(WorkshopState after, IPlanEvent happened) => happened is PrioritiesAdopted
        ? [new(SubjectKind.Plan), .. after.Voting.All.Keys.Select(vote => new Subject(SubjectKind.Vote, vote.Value))]
        : [new(SubjectKind.Plan)];

    /// <summary>The priorities and all lines.</summary>
    public static IEnumerable<Projected> Of(WorkshopState state)
    {
        var plan = state.Plan;
        if (plan.Vote is { } vote)
        {
            yield return new(View.PublicPlan, new PrioritiesRecord
            {
                Vote = vote,
                Priorities = [.. plan.Priorities.Select(p =>
                    new AdoptedPriority(p.Item, p.Rank, p.Name, p.Dots, p.Voters, plan.ObjectiveOf(p.Item)?.Id))],
            });
        }

        foreach (var (number, line) in plan.Numbered())
        {
            yield return new(View.PublicPlan, new PlanLineRecord
            {
                Line = line.Id,
                Kind = line.Kind,
                Parent = line.Parent,
                Number = number,
                Rank = line.Rank,
                Text = line.Text,
                Sources = [.. line.Sources.Select(s => SourceOf(state, s)).OfType<SourceRecord>()],
            });
        }
    }

    static SourceRecord? SourceOf(WorkshopState state, IPlanSource source) => source switch
    {
        ClusterSource s when state.Clusters.Find(s.Cluster) is { } cluster => new()
        {
            Kind = "cluster",
            Activity = cluster.Activity,
            Ref = s.Cluster.Value,
            Number = cluster.Label,
            Count = ClustersView.SizeOf(state, cluster),
        },
        CardSource s when state.Cards.Find(s.Card) is { } card => new()
        {
            Kind = "card",
            Activity = card.Board,
            Ref = s.Card.Value,
            Number = card.Number,
        },
        VoteSource s => new() { Kind = "vote", Activity = s.Vote, Number = "", Count = s.Rank, Dots = s.Dots },
        _ => null,
    };
}
