using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>Compares this machine's clock with the database's, before the node serves anyone and every thirty seconds.</summary>
sealed partial class ClockWatch(DatabaseClock clock, IDatabase database, Rounds rounds, ILogger<ClockWatch> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Remarkable = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Compare(cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // Busy just now; the next comparison is soon.
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Every("compare clocks", () => Pause, Compare, stoppingToken);

    async Task Compare(CancellationToken cancellation)
    {
        var before = clock.Offset;
        await clock.Compare(database.Now, cancellation);
        if ((clock.Offset - before).Duration() > Remarkable)
        {
            LogDiffers(Math.Round(clock.Offset.TotalSeconds, 1));
        }
    }
}
