using Workshop.Storage.Sqlite;

namespace Workshop.Server.Health;

/// <summary>Ends the process when the database has failed: only opening it anew tells what was written.</summary>
sealed partial class DatabaseWatch(Database database, ILogger<DatabaseWatch> logger) : BackgroundService
{
    /// <summary>A failure that a restart may mend.</summary>
    public const int ExitCode = 75;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failure = await database.Failure.WaitAsync(stoppingToken);
        LogFailed(failure);
        await Console.Error.WriteLineAsync($"The database failed ({failure.InnerException?.Message}); nothing more was acknowledged. Start again.");
        Environment.Exit(ExitCode);
    }
}
