using Workshop.Core.Wire;
using Workshop.Server.Hub;

namespace Workshop.Server.Rooms;

/// <summary>What a room's loop takes from its channel.</summary>
interface IRoomMessage;

/// <summary>A connection is there; it has no views yet.</summary>
sealed record Arrive(Connection Connection) : IRoomMessage;

/// <summary>A connection is gone.</summary>
sealed record Depart(Connection Connection) : IRoomMessage;

/// <summary>Sets the views of a connection.</summary>
/// <param name="Connection">Whose.</param>
/// <param name="Since">View to the place of the log that the client holds.</param>
/// <param name="Build">The projections that the client's records were made by.</param>
sealed record Join(Connection Connection, IReadOnlyDictionary<string, long> Since, string Build) : IRoomMessage;

/// <summary>A connection was too slow and missed frames.</summary>
sealed record Resync(Connection Connection) : IRoomMessage;

/// <summary>Somebody waits until the room shows at least this place of the log and keeps this view.</summary>
sealed record Reach(long Seq, View? View, TaskCompletionSource<Shown> Reached) : IRoomMessage;

/// <summary>The log is longer than the room knows.</summary>
sealed record Behind(long Head) : IRoomMessage;

/// <summary>Who is connected to other nodes.</summary>
sealed record Elsewhere(ImmutableHashSet<PersonId> People) : IRoomMessage;

/// <summary>How many ballots lie in the open boxes.</summary>
sealed record BallotCounts(ImmutableDictionary<ActivityId, int> Counts) : IRoomMessage;

/// <summary>What keeps the server from saving; null: nothing does.</summary>
sealed record Saving(StorageTrouble? Trouble) : IRoomMessage;

/// <summary>It is time: to show what has waited, to say who is here.</summary>
sealed record Tick : IRoomMessage
{
    /// <summary>All are the same.</summary>
    public static Tick Now { get; } = new();
}

/// <summary>Tells everyone to come back later: the node stops.</summary>
sealed record SayGoodbye : IRoomMessage;

/// <summary>The room may end if nobody needs it.</summary>
sealed record EndIfIdle : IRoomMessage;
