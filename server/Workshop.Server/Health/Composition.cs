using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>Puts health and departure together.</summary>
static class Composition
{
    /// <summary>What the node says of itself, and how it leaves.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<NodeHealth>()
        .AddSingleton<StorageHealth>()
        .AddSingleton<Rounds>()
        .AddSingleton<IHostLifetime, Departure>()
        .AddHostedService<ClockWatch>()
        .AddHostedService<DatabaseWatch>()
        .AddHostedService<Wakefulness>()
        .AddHostedService<StorageWatch>();

    /// <summary><c>/health</c> and <c>/health/ready</c>: whether people can be sent here; <c>/health/live</c>: whether a restart would help.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", Ready);
        app.MapGet("/health/ready", Ready);
        app.MapGet("/health/live", (IDatabase database) => database.Failure.IsCompleted
            ? Report(StatusCodes.Status503ServiceUnavailable, "failed", ["The database failed."])
            : Report(StatusCodes.Status200OK, "live", []));
        return app;
    }

    static async Task<IResult> Ready(NodeHealth health, StorageHealth storage, IDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (health.IsLeaving)
        {
            return Report(StatusCodes.Status503ServiceUnavailable, "leaving", ["The server is stopping."]);
        }

        var start = clock.GetTimestamp();
        try
        {
            await database.Check(cancellation);
        }
        catch (Exception e) when (e is StorageUnavailableException or StorageFailedException)
        {
            return Report(StatusCodes.Status503ServiceUnavailable, "not ready", [e is StorageUnavailableException ? "The database is busy." : "The database failed."]);
        }

        IReadOnlyCollection<string> complaints = [.. storage.Complaints, .. health.Complaints];
        return Results.Json(new
        {
            status = complaints.Count == 0 ? "ready" : "degraded",
            reasons = complaints,
            databaseMs = Milliseconds(clock.GetElapsedTime(start)),
            lastWriteMs = storage.LastWrite is { } last ? Milliseconds(last) : (double?)null,
        });
    }

    static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    static IResult Report(int status, string word, IReadOnlyCollection<string> reasons) =>
        Results.Json(new { status = word, reasons }, statusCode: status);
}
