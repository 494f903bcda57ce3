using Workshop.Server.Hub;
using Workshop.Server.Rooms;

namespace Workshop.Server.Health;

/// <summary>
/// Notices that this process was held up for long: stopped, or on a machine that was frozen. Its people have gone to other nodes by
/// then, and its rooms are as old as the pause. What it writes is safe, as the log refuses what was decided on an old state; what it
/// shows would be old for another moment, so the rooms read their logs at once and connections begin anew.
/// </summary>
sealed partial class Wakefulness(LoadedRooms rooms, Connections connections, TimeProvider clock, ILogger<Wakefulness> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Clients give up a server that has said nothing for 25 to 30 s.</summary>
    static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var before = clock.GetTimestamp();
            await Task.Delay(Pause, clock, stoppingToken);
            if (clock.GetElapsedTime(before) is var slept && slept > LongestNap)
            {
                LogSlept((int)slept.TotalSeconds);
                foreach (var (_, room) in rooms.All)
                {
                    room.TryPost(new Behind(long.MaxValue));
                }

                connections.AbortAll();
            }
        }
    }
}
