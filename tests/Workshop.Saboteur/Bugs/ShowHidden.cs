using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workshop.Saboteur.Bugs;

/// <summary>Whoever reads the log does not know that a card was hidden, and goes on showing it.</summary>
sealed class ShowHidden(IWorkshopLog right) : PassingLog(right)
{
    public override async Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation)
    {
        var tail = await base.ReadAfter(workshop, seq, cancellation);
        return tail with { Commits = [.. tail.Commits.Select(WithoutHiding)] };
    }

    static Commit WithoutHiding(Commit commit)
    {
        var events = JsonNode.Parse(commit.Events.AsSpan())!.AsArray();
        return events.RemoveAll(e => e!["type"]!.GetValue<string>() == "cardHidden") == 0 ? commit
            : commit with { Events = [.. JsonSerializer.SerializeToUtf8Bytes(events)] };
    }
}
