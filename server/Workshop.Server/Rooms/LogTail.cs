using Workshop.Server.Health;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>Looks every half second whether another node has appended to the logs of loaded rooms, and lets rooms end that nobody needs.</summary>
sealed class LogTail(LoadedRooms rooms, IWorkshopLog log, Rounds rounds) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Every("read the tails of logs", () => Pause, Look, stoppingToken);

    async Task Look(CancellationToken cancellation)
    {
        await rooms.EndIdle(cancellation);
        var loaded = rooms.All.ToList();
        if (loaded.Count == 0)
        {
            return;
        }

        var heads = await log.Heads([.. loaded.Select(r => r.Key)], cancellation);
        foreach (var (workshop, room) in loaded)
        {
            if (heads.TryGetValue(workshop, out var head) && head > room.Shown.Moment.Seq)
            {
                await room.Post(new Behind(head), cancellation);
            }
        }
    }
}
