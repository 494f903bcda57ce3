using Workshop.Rehearsal.Play;

namespace Workshop.Rehearsal.Checks;

/// <summary>Whether everything was acknowledged, nothing counted twice, and everyone holds what the server holds.</summary>
public static class DeliveryChecks
{
    /// <summary>Checks what all clients know at the end.</summary>
    public static async Task Run(Stage stage, Report report)
    {
        report.CheckEach("commands: accepted", stage.Answers, a => a.Says == "accepted" ? null : $"{a.What}: {a.Says}");
        report.CheckEach("commands: queued, sent twice, acknowledged as one", stage.Everyone.SelectMany(p => p.SentTwice),
            s => (s.First.Seq, s.First.Says) == (s.Second.Seq, s.Second.Says) ? null : $"{s.Command.Type}: {s.First}, then {s.Second}");
        report.Check("commands: still queued", 0, stage.Everyone.Sum(p => p.Waiting));
        var held = new List<(string Name, string View, bool Same)>();
        foreach (var person in stage.There)
        {
            foreach (var view in person.Views)
            {
                held.Add((person.Name, view, await stage.HasSettled(person, view)));
            }
        }

        report.CheckEach("replicas: each view followed by frames equals the view fetched", held,
            h => h.Same ? null : $"{h.Name} holds another {h.View}", $"{stage.There.Count()} people");
    }
}
