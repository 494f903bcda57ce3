using Workshop.Server.Health;
using Workshop.Server.Hub;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>Tells the other nodes every ten seconds who is connected to this one, and the rooms who is connected to those.</summary>
sealed class Attendants(LoadedRooms rooms, Connections connections, Presence presence, TimeProvider clock, Rounds rounds) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    readonly string _node = Guid.CreateVersion7().ToString();
    bool _wroteSome;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        rounds.Every("exchange with other nodes who is connected", () => Pause, Exchange, stoppingToken);

    async Task Exchange(CancellationToken cancellation)
    {
        var ours = connections.All
            .Where(c => c.Visitor.By != Entrance.Screen)
            .Select(c => new PresenceRow(c.Visitor.Workshop, c.Visitor.Person))
            .ToHashSet();
        if (ours.Count == 0 && !_wroteSome && !rooms.All.Any())
        {
            return;
        }

        _wroteSome = ours.Count > 0;
        var now = clock.GetUtcNow();
        await presence.Put(_node, ours, now, cancellation);
        var loaded = rooms.All.ToList();
        var all = await presence.Read([.. loaded.Select(r => r.Key)], now, cancellation);
        foreach (var (workshop, room) in loaded)
        {
            var elsewhere = all[workshop].Where(p => !ours.Contains(new(workshop, p))).ToImmutableHashSet();
            await room.Post(new Elsewhere(elsewhere), cancellation);
        }
    }
}
