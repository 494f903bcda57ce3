using System.Text.Json;

namespace Workshop.Core.Wire;

/// <summary>The answer to a command: sent to its sender before anyone sees its effect.</summary>
public sealed record Ack
{
    /// <summary>The command's id.</summary>
    public required string Id { get; init; }
    /// <summary>The commit that holds it; absent for a refusal and for a sealed ballot.</summary>
    public long? Seq { get; init; }
    /// <summary>A sealed ballot: <c>cast</c> or <c>replaced</c>.</summary>
    public string? Outcome { get; init; }
    /// <summary>Why it was not accepted.</summary>
    public Rejection? Rejection { get; init; }
}

/// <summary>
/// What changed in one view between two places of the log. A client ignores it if <c>seq ≤ have</c>, applies it if
/// <c>prev ≤ have</c>, fetches the view anew if <c>prev > have</c>. Puts are absolute.
/// </summary>
public sealed record Frame
{
    /// <summary>The view, <c>audience/topic</c>.</summary>
    public required string View { get; init; }
    /// <summary>What a client must have at least.</summary>
    public required long Prev { get; init; }
    /// <summary>What it has afterwards.</summary>
    public required long Seq { get; init; }
    /// <summary>Records put, whole.</summary>
    public required ImmutableArray<IRecord> Put { get; init; }
    /// <summary>Ids of records dropped.</summary>
    public ImmutableArray<string> Drop { get; init; } = [];
}

/// <summary>Tells a client to fetch a view at <see cref="Seq"/> or later by HTTP: it has too old a state, or too much has changed.</summary>
public sealed record Fetch
{
    /// <summary>The view.</summary>
    public required string View { get; init; }
    /// <summary>At least this place of the log.</summary>
    public required long Seq { get; init; }
}

/// <summary>A whole view, the answer of <c>GET /api/workshops/{id}/views/{view}</c>.</summary>
public sealed record Snapshot
{
    /// <summary>A hash of the projections; another one means that all views are fetched anew.</summary>
    public required string Build { get; init; }
    /// <summary>The view.</summary>
    public required string View { get; init; }
    /// <summary>The place of the log that it shows.</summary>
    public required long Seq { get; init; }
    /// <summary>All its records.</summary>
    public required ImmutableArray<IRecord> Records { get; init; }
}

/// <summary>What is not in the log: the last value wins, it comes whole at join, nothing durable depends on it.</summary>
public sealed record Ambient
{
    /// <summary>The view.</summary>
    public required string View { get; init; }
    /// <summary>Records put.</summary>
    public required ImmutableArray<IRecord> Put { get; init; }
    /// <summary>Ids of records dropped.</summary>
    public ImmutableArray<string> Drop { get; init; } = [];
}

/// <summary>Who has a connection, ambient in <c>staff/now</c>; id <c>online</c>.</summary>
public sealed record OnlineRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => "online";
    /// <summary>The people with a connection to any node.</summary>
    public required ImmutableArray<PersonId> People { get; init; }
}

/// <summary>How many people are in the room and connected, ambient in <c>public/now</c>; id <c>here</c>.</summary>
public sealed record HereRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => "here";
    /// <summary>How many.</summary>
    public required int People { get; init; }
}

/// <summary>How many ballots are in an open vote's box, ambient in <c>public/activity:A</c>; id <c>ballots:A</c>. Read every 5 s for all at once.</summary>
public sealed record BallotsRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"ballots:{Activity}";
    /// <summary>Which vote.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>How many.</summary>
    public required int Ballots { get; init; }
}

/// <summary>What keeps the server from saving.</summary>
public enum StorageTrouble
{
    /// <summary>There is no room left: commands are refused.</summary>
    Full,
    /// <summary>Somebody else holds the database: commands are refused.</summary>
    Busy,
    /// <summary>Saving takes seconds.</summary>
    Slow,
}

/// <summary>Something keeps the server from saving, ambient in <c>staff/now</c> while it does; id <c>storage</c>.</summary>
public sealed record StorageRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => "storage";
    /// <summary>What.</summary>
    public required StorageTrouble Trouble { get; init; }
}

/// <summary>What the server tells a connection after each <c>Join</c>: the views that it has now, and who it is.</summary>
public sealed record Joined
{
    /// <summary>A hash of the projections.</summary>
    public required string Build { get; init; }
    /// <summary>The server's time, UTC.</summary>
    public required DateTimeOffset Now { get; init; }
    /// <summary>The views; a client discards what it holds of any other.</summary>
    public required ImmutableArray<string> Views { get; init; }
    /// <summary>Views that were asked for and may not be seen.</summary>
    public ImmutableArray<string> Refused { get; init; } = [];
}

/// <summary>The server is about to stop: whoever is told disconnects, and comes back after a while of its own, so that not all come at once.</summary>
public sealed record GoingAway
{
    /// <summary>When to come back, milliseconds from now.</summary>
    public required int RetryAfterMs { get; init; }
}

/// <summary>An error of the HTTP interface: status by kind, code and arguments as in a <see cref="Rejection"/>.</summary>
/// <param name="Code"><c>feature.kebab-case</c>, the key of its sentence in the catalogues.</param>
/// <param name="Args">What the sentence names.</param>
public sealed record Problem(string Code, ImmutableSortedDictionary<string, string> Args);
