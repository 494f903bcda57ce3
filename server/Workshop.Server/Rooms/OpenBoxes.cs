using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>
/// Counts the ballots in open boxes at each full five seconds of the database's time, on every node: the same number for all, and
/// none that moves when a neighbour taps.
/// </summary>
sealed partial class OpenBoxes(LoadedRooms rooms, IWorkshopLog log, TimeProvider clock, ILogger<OpenBoxes> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(Pause - TimeSpan.FromTicks(now.Ticks % Pause.Ticks), clock, stoppingToken);
            try
            {
                await Count(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                LogUnavailable(unavailable.Code);
            }
        }
    }

    async Task Count(CancellationToken cancellation)
    {
        foreach (var (workshop, room) in rooms.All)
        {
            var counts = ImmutableDictionary.CreateBuilder<ActivityId, int>();
            foreach (var vote in room.Shown.Moment.State.Voting.All.Values.Where(v => v.IsOpen))
            {
                counts[vote.Activity] = await log.CountItems(workshop, vote.Activity.Value, cancellation);
            }

            if (counts.Count > 0)
            {
                await room.Post(new BallotCounts(counts.ToImmutable()), cancellation);
            }
        }
    }
}
