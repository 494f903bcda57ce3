using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Play;

/// <summary>The facilitator's part from the ranking to the draft plan.</summary>
public sealed class Drafter(RecordedWorkshop recorded, Stage stage)
{
    /// <summary>
    /// Adopts the ranking that the server shows. Where the rule left a tie, the order, and at the line the choice, is that of the
    /// file's <c>top_priorities</c>.
    /// </summary>
    public async Task Adopt(RecordedActivity vote)
    {
        var id = stage.Steps[vote.Id]!;
        var view = await stage.Look(stage.Facilitator, $"public/activity:{id}");
        if (!view.TryGetValue($"result:{id}", out var result) || result.Flag("tooFew") == true)
        {
            return;
        }

        var wish = recorded.Expected.TryGetProperty("top_priorities", out var top)
            ? top.EnumerateArray().Select(p => p.GetString()!).ToList()
            : [];
        var selected = result.List("rows")
            .Where(row => row.Flag("selected") != false)
            .OrderBy(row => row.Number("rank"))
            .ThenBy(row => wish.IndexOf(stage.Clusters.NameOf(row.Text("item"))) is var place && place < 0 ? int.MaxValue : place)
            .Take(vote.Rule!.SelectTop)
            .Select(row => row.Text("item"));
        await Do("adopt the priorities", Command.New("adoptPriorities", new { Vote = id, Selected = selected }));
    }

    /// <summary>
    /// Writes the objectives and actions of the file: the first objective of an adopted priority is drafted from it and then gets
    /// its words, every other is added.
    /// </summary>
    public async Task Draft()
    {
        var plan = await stage.Look(stage.Facilitator, "public/plan");
        var priorities = plan.TryGetValue("priorities", out var adopted)
            ? adopted.List("priorities").Select(p => p.Text("item")!).ToHashSet()
            : [];
        foreach (var objective in recorded.Plan.Objectives)
        {
            var line = objective.SourceClusters.Select(c => stage.Clusters[c]).FirstOrDefault(c => c is not null && priorities.Remove(c)) is { } priority
                ? await DraftFrom(priority, objective)
                : await Add(objective);
            foreach (var action in objective.Actions)
            {
                await Add(action, line);
            }
        }
    }

    async Task<string> DraftFrom(string priority, RecordedObjective objective)
    {
        var command = Command.New("draftObjective", new { Priority = priority });
        stage.Lines.Add(objective.Num, command.Id);
        await Do($"draft {objective.Num}", command);
        var plan = await stage.Look(stage.Facilitator, "public/plan");
        await Do($"name {objective.Num}", Command.New("editPlanLine", new
        {
            Line = command.Id,
            Text = Preparation.NewText(objective.Name, recorded.Session.DefaultLang),
            Base = plan.TryGetValue($"line:{command.Id}", out var line) ? line.Member("text")?.Number("version") : 0,
        }));
        return command.Id;
    }

    async Task<string> Add(RecordedObjective objective)
    {
        var command = Command.New("addObjective", new
        {
            Text = Preparation.NewText(objective.Name, recorded.Session.DefaultLang),
        });
        stage.Lines.Add(objective.Num, command.Id);
        await Do($"add {objective.Num}", command);
        return command.Id;
    }

    async Task Add(RecordedAction action, string objective)
    {
        var command = Command.New("addAction", new
        {
            Objective = objective,
            Text = Preparation.NewText(action.Name, recorded.Session.DefaultLang),
            Cards = action.SourceContributions.Select(c => stage.Cards[c]).OfType<string>(),
        });
        stage.Lines.Add(action.Num, command.Id);
        await Do($"add {action.Num}", command);
    }

    Task Do(string what, Command command) => stage.Facilitator.Do(command, ack => stage.Answered(what, ack));
}
