using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Checks;

/// <summary>The draft plan as a participant sees it.</summary>
public sealed class PlanChecks(RecordedWorkshop recorded, Stage stage, Expected expected, Report report)
{
    readonly Anonymous _anonymous = new(recorded);

    /// <summary>Checks all of it.</summary>
    public async Task Run()
    {
        if (!stage.IdsOf("plan_drafting").Any())
        {
            return;
        }

        var lines = (await stage.Look(stage.Somebody, "public/plan")).Of("line").ToList();
        var byName = lines.ToDictionary(l => stage.Lines.NameOf(l.Text("line")));
        Number("plan_counts.objectives", lines.Count(l => l.Text("kind") == "objective"));
        Number("plan_counts.actions", lines.Count(l => l.Text("kind") == "action"));
        report.CheckEach("plan: objectives and actions, in every language",
            recorded.Plan.Objectives.Select(o => (o.Num, o.Name)).Concat(Actions.Select(a => (a.Action.Num, a.Action.Name))),
            l => Texts.Compare(l.Num, l.Name, byName.GetValueOrDefault(l.Num), "text"));
        report.CheckEach("plan: place of each action", Actions,
            a => byName.GetValueOrDefault(a.Action.Num) is { ValueKind: JsonValueKind.Object } line
                && stage.Lines.NameOf(line.Text("parent")) == a.Objective.Num ? null : $"{a.Action.Num} is not under {a.Objective.Num}");
        var skipped = Actions.SelectMany(a => a.Action.SourceContributions).Where(_anonymous.Includes).Distinct().ToList();
        report.CheckEach("plan: source cards of each action", Actions, a => TroubleWithSources(a.Action, byName.GetValueOrDefault(a.Action.Num)),
            Anonymous.Note(_anonymous.Cards.Where(c => skipped.Contains(c.Id))));
        await Sources(lines);
    }

    IEnumerable<(RecordedObjective Objective, RecordedAction Action)> Actions =>
        recorded.Plan.Objectives.SelectMany(o => o.Actions, (o, a) => (o, a));

    string? TroubleWithSources(RecordedAction action, JsonElement line)
    {
        var wanted = string.Join(" ", action.SourceContributions.Where(c => !_anonymous.Includes(c)).Distinct().Order(StringComparer.Ordinal));
        var found = line.ValueKind != JsonValueKind.Object ? "no line" : string.Join(" ", CardsOf(line).Order(StringComparer.Ordinal));
        return found == wanted ? null : $"{action.Num} comes from {found}, not from {wanted}";
    }

    /// <summary>An objective that was drafted from a priority bears the cluster, its place in the vote and its cards.</summary>
    async Task Sources(List<JsonElement> lines)
    {
        var plan = await stage.Look(stage.Somebody, "public/plan");
        if (expected.At("top_priorities") is not { } top || !plan.TryGetValue("priorities", out var adopted))
        {
            return;
        }

        var dots = expected.At("dot_vote.ranking")?.EnumerateArray().ToDictionary(r => r.Text("cluster")!, r => r.Number("dots")) ?? [];
        var objectiveOf = adopted.List("priorities").ToDictionary(p => stage.Clusters.NameOf(p.Text("item")), p => p.Text("objective"));
        report.CheckEach("plan: cluster, result and cards of each objective from a priority", top.EnumerateArray().Index(), p =>
        {
            var name = p.Item.GetString()!;
            var drafted = recorded.Plan.Objectives.Any(o => o.SourceClusters.Contains(name));
            var line = lines.FirstOrDefault(l => l.Text("line") == objectiveOf.GetValueOrDefault(name));
            if (!drafted || line.ValueKind != JsonValueKind.Object)
            {
                return drafted ? $"{name} has no objective" : null;
            }

            var cards = recorded.Clusters.First(c => c.Id == name).ContributionIds.Where(c => !_anonymous.Includes(c));
            var wanted = Spell([name], [$"rank {p.Index + 1} with {dots.GetValueOrDefault(name)} dots"], cards);
            var found = Spell(
                line.List("sources").Where(s => s.Text("kind") == "cluster").Select(s => stage.Clusters.NameOf(s.Text("ref"))),
                line.List("sources").Where(s => s.Text("kind") == "vote").Select(s => $"rank {s.Number("count")} with {s.Number("dots")} dots"),
                CardsOf(line));
            return found == wanted ? null : $"{found}, not {wanted}";
        });

        static string Spell(IEnumerable<string> clusters, IEnumerable<string> votes, IEnumerable<string> cards) =>
            string.Join(" ", [.. clusters, .. votes, .. cards.Order(StringComparer.Ordinal)]);
    }

    IEnumerable<string> CardsOf(JsonElement line) =>
        line.List("sources").Where(s => s.Text("kind") == "card").Select(s => stage.Cards.NameOf(s.Text("ref")));

    void Number(string key, int found)
    {
        if (expected.NumberAt(key) is { } number)
        {
            report.Check(key, number, found);
        }
    }
}
