using Workshop.Server.Health;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>
/// Counts the ballots in open boxes at each full five seconds of the database's time, on every node: the same number for all, and
/// none that moves when a neighbour taps.
/// </summary>
sealed class OpenBoxes(LoadedRooms rooms, IWorkshopLog log, TimeProvider clock, Rounds rounds) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Every(
        "count the ballots in open boxes", () => Pause - TimeSpan.FromTicks(clock.GetUtcNow().Ticks % Pause.Ticks), Count, stoppingToken);

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
