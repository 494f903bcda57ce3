using System.Text.Json.Nodes;

namespace Workshop.Rehearsal.Client;

/// <summary>What changed in a view between two places of the log.</summary>
public sealed record Frame(string View, long Prev, long Seq, ImmutableArray<JsonElement> Put, ImmutableArray<string> Drop)
{
    public ImmutableArray<string> Drop { get; init; } = Drop.IsDefault ? [] : Drop;
}

/// <summary>A whole view.</summary>
public sealed record Snapshot(string Build, string View, long Seq, ImmutableArray<JsonElement> Records);

/// <summary>Asks for a view to be fetched.</summary>
public sealed record Fetch(string View, long Seq);

/// <summary>The answer to a command.</summary>
public sealed record Ack(string Id, long? Seq, string? Outcome, Refusal? Rejection)
{
    /// <summary>What to say of it: <c>accepted</c>, <c>cast</c>, <c>replaced</c> or the code of the refusal.</summary>
    public string Says => Rejection?.Code ?? Outcome ?? "accepted";
}

/// <summary>Why a command was not accepted.</summary>
public sealed record Refusal(string Code, ImmutableSortedDictionary<string, string>? Args, bool Retry);

/// <summary>The views that a connection has.</summary>
public sealed record Joined(string Build, ImmutableArray<string> Views, ImmutableArray<string> Refused);

/// <summary>A command with the id that its sender made for it.</summary>
public sealed record Command(string Id, string Type, JsonObject Body)
{
    /// <summary>A command of a type, with its other members and a new id.</summary>
    public static Command New(string type, object members)
    {
        var body = new JsonObject { ["type"] = type };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(members, Browser.Json)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return new(Guid.CreateVersion7().ToString(), type, body);
    }
}
