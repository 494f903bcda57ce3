using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>Looks every half second whether another node has appended to the logs of loaded rooms.</summary>
sealed partial class LogTail(LoadedRooms rooms, IWorkshopLog log, TimeProvider clock, ILogger<LogTail> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                LogUnavailable(unavailable.Code);
            }
        }
    }

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
