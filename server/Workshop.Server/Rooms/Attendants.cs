using Workshop.Server.Health;
using Workshop.Server.Hub;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>
/// Tells the other nodes who is connected to this one, and the rooms who is connected to those: every four seconds what has changed,
/// every twelve seconds all of it, so that they know that this node is alive.
/// </summary>
sealed class Attendants(LoadedRooms rooms, Connections connections, Presence presence, TimeProvider clock, Rounds rounds) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Repeat = TimeSpan.FromSeconds(12);

    readonly string _node = Guid.CreateVersion7().ToString();
    HashSet<PresenceRow> _written = [];
    long _writtenAt;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        rounds.Every("exchange with other nodes who is connected", () => Pause, Exchange, stoppingToken);

    async Task Exchange(CancellationToken cancellation)
    {
        var ours = connections.All
            .Where(c => c.Visitor.By != Entrance.Screen)
            .Select(c => new PresenceRow(c.Visitor.Workshop, c.Visitor.Person))
            .ToHashSet();
        var loaded = rooms.All.ToList();
        if (ours.Count == 0 && _written.Count == 0 && loaded.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (!ours.SetEquals(_written) || (ours.Count > 0 && clock.GetElapsedTime(_writtenAt) >= Repeat - (Pause / 2)))
        {
            await presence.Put(_node, ours, now, cancellation);
            (_written, _writtenAt) = (ours, clock.GetTimestamp());
        }

        var all = await presence.Read([.. loaded.Select(r => r.Key)], now, cancellation);
        foreach (var (workshop, room) in loaded)
        {
            var elsewhere = all[workshop].Where(p => !ours.Contains(new(workshop, p))).ToImmutableHashSet();
            await room.Post(new Elsewhere(elsewhere), cancellation);
        }
    }
}
