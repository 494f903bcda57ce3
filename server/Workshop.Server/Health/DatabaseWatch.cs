using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>Ends the process when the database can't be written any more.</summary>
sealed class DatabaseWatch(IDatabase database, NodeHealth health) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        health.Fail(await database.Failure.WaitAsync(stoppingToken));
}
