using System.Diagnostics;
using Workshop.Core.Cards;
using Workshop.Core.Voting;

namespace Workshop.Core.Plan;

/// <summary>Decides and evolves priorities and the draft plan.</summary>
public static class PlanDecider
{
    /// <summary>What a command comes to.</summary>
    public static Decision Decide(WorkshopState state, Asking asking, IPlanCommand command) => command switch
    {
        AdoptPriorities c => Adopt(state, c),
        DraftObjective c => Draft(state, asking, c),
        AddObjective c => AddObjective(state, asking, c),
        AddAction c => AddAction(state, asking, c),
        EditPlanLine c => Edit(state.Plan, asking, c),
        MovePlanLine c => Move(state.Plan, c),
        RemovePlanLine c => state.Plan.Find(c.Line) is null ? [] : [new PlanLineRemoved(c.Line)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    static Decision Adopt(WorkshopState state, AdoptPriorities c)
    {
        if (state.Voting.Find(c.Vote) is not { IsOpen: false } vote)
        {
            return PlanRejections.VoteNotClosed();
        }

        var rows = Ranking.Of(vote).Rows;
        if (rows.IsEmpty)
        {
            return PlanRejections.NoResult();
        }

        if (!Follows(rows, c.Selected, vote.Rule.Select))
        {
            return PlanRejections.NotTheRanking();
        }

        var row = rows.ToDictionary(r => r.Item);
        var name = vote.Items.ToDictionary(i => i.Id, i => i.Name);
        var adopted = new PrioritiesAdopted(c.Vote,
            [.. c.Selected.Select((item, i) => new Priority(item, i + 1, name[item], row[item].Dots, row[item].Voters))]);
        return state.Plan.Vote == c.Vote && state.Plan.Priorities.Select(p => p.Item).SequenceEqual(c.Selected) ? []
            : state.Plan.Priorities.Any(p => state.Plan.ObjectiveOf(p.Item) is not null) ? PlanRejections.PrioritiesInUse()
            : [adopted];
    }

    /// <summary>As many as the rule selects, all that are surely above the line, none that is surely below, in the order of the ranks.</summary>
    static bool Follows(ImmutableArray<RankedItem> rows, ImmutableArray<ClusterId> selected, int select)
    {
        var chosen = selected.Select(item => rows.FirstOrDefault(r => r.Item == item)).ToList();
        return selected.Length == Math.Min(select, rows.Length)
            && selected.Distinct().Count() == selected.Length
            && chosen.All(r => r is { Selected: not false })
            && rows.Where(r => r.Selected == true).All(r => selected.Contains(r.Item))
            && chosen.Zip(chosen.Skip(1)).All(pair => pair.First!.Rank <= pair.Second!.Rank);
    }

    static Decision Draft(WorkshopState state, Asking asking, DraftObjective c)
    {
        if (state.Plan.Priorities.FirstOrDefault(p => p.Item == c.Priority) is not { } priority)
        {
            return PlanRejections.NotAPriority();
        }

        var cards = state.Clusters.Find(c.Priority) is { } cluster
            ? state.Clusters.CardsIn(cluster).Where(id => state.Cards.Find(id) is { Status: CardStatus.Active })
            : [];
        return state.Plan.ObjectiveOf(c.Priority) is not null ? PlanRejections.DraftedAlready() : Added(
            state.Plan,
            asking,
            PlanLineKind.Objective,
            null,
            priority.Name,
            [
                new ClusterSource(c.Priority),
                new VoteSource(state.Plan.Vote!.Value, priority.Rank, priority.Dots),
                .. cards.Select(card => new CardSource(card)),
            ]);
    }

    static Decision AddObjective(WorkshopState state, Asking asking, AddObjective c)
    {
        var (text, rejection) = Writing.Read(c.Text, Writing.Card, asking.Person);
        return rejection is not null ? rejection : Added(state.Plan, asking, PlanLineKind.Objective, null, text, []);
    }

    static Decision AddAction(WorkshopState state, Asking asking, AddAction c)
    {
        var (text, rejection) = Writing.Read(c.Text, Writing.Card, asking.Person);
        return rejection is not null ? rejection
            : state.Plan.Find(c.Objective) is not { Kind: PlanLineKind.Objective } ? PlanRejections.NoSuchLine()
            : !c.Cards.All(card => state.Cards.Find(card) is { IsPublic: true }) ? CardsRejections.NoSuchCard()
            : Added(state.Plan, asking, PlanLineKind.Action, c.Objective, text, [.. c.Cards.Distinct().Select(card => new CardSource(card))]);
    }

    static Decision Added(
        PlanState plan, Asking asking, PlanLineKind kind, PlanLineId? parent, Text text, ImmutableArray<IPlanSource> sources) =>
        plan.Lines.Count >= Limits.PlanLines
            ? PlanRejections.TooMany(Limits.PlanLines)
            : [new PlanLineAdded(PlanLineId.Of(asking.Id.Value), kind, parent, text, Rank.After(plan.Under(parent).LastOrDefault()?.Rank), sources)];

    static Decision Edit(PlanState plan, Asking asking, EditPlanLine c)
    {
        if (plan.Find(c.Line) is not { } line)
        {
            return PlanRejections.NoSuchLine();
        }

        var (text, rejection) = Writing.Read(c.Text, Writing.Card, asking.Person, line.Text);
        return rejection is not null ? rejection
            : text == line.Text ? []
            : c.Base != line.Text.Version ? TextRejections.EditedMeanwhile(line.Text)
            : [new PlanLineEdited(c.Line, text, line.Text)];
    }

    static Decision Move(PlanState plan, MovePlanLine c)
    {
        if (plan.Find(c.Line) is not { } line
            || (line.Kind == PlanLineKind.Objective) != (c.Parent is null)
            || (c.Parent is { } parent && plan.Find(parent) is not { Kind: PlanLineKind.Objective }))
        {
            return PlanRejections.NoSuchLine();
        }

        var (low, high) = Rank.Gap(plan.Under(c.Parent).Where(l => l.Id != c.Line), l => l.Id, l => l.Rank, c.After);
        var stays = line.Parent == c.Parent && string.CompareOrdinal(low, line.Rank) < 0
            && (high is null || string.CompareOrdinal(line.Rank, high) < 0);
        return stays ? [] : [new PlanLineMoved(c.Line, c.Parent, Rank.Between(low, high), line.Parent, line.Rank)];
    }

    /// <summary>The plan after an event.</summary>
    public static PlanState Evolve(PlanState plan, IPlanEvent happened) => happened switch
    {
        PrioritiesAdopted e => plan with { Vote = e.Vote, Priorities = e.Priorities },
        PlanLineAdded e => plan with
        {
            Lines = plan.Lines.SetItem(e.Line, new()
            {
                Id = e.Line,
                Kind = e.Kind,
                Parent = e.Parent,
                Text = e.Text,
                Rank = e.Rank,
                Sources = e.Sources,
            }),
        },
        PlanLineEdited e => plan.With(e.Line, l => l with { Text = e.Text }),
        PlanLineMoved e => plan.With(e.Line, l => l with { Parent = e.Parent, Rank = e.Rank }),
        PlanLineRemoved e => plan with { Lines = plan.Lines.RemoveRange(plan.Under(e.Line).Select(l => l.Id).Append(e.Line)) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>The words of the feature for its state.</summary>
public static class PlanWords
{
    extension(PlanState plan)
    {
        /// <summary>With a line changed; without it, as it was.</summary>
        public PlanState With(PlanLineId id, Func<PlanLine, PlanLine> change) =>
            plan.Find(id) is { } line ? plan with { Lines = plan.Lines.SetItem(id, change(line)) } : plan;
    }
}
