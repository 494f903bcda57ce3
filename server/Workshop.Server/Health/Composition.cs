using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>Puts health and departure together.</summary>
static class Composition
{
    /// <summary>What the node says of itself, and how it leaves.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<NodeHealth>()
        .AddSingleton<Rounds>()
        .AddSingleton<IHostLifetime, Departure>()
        .AddHostedService<ClockWatch>()
        .AddHostedService<DatabaseWatch>()
        .AddHostedService<Wakefulness>();

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

    static async Task<IResult> Ready(NodeHealth health, IDatabase database, CancellationToken cancellation)
    {
        if (health.IsLeaving)
        {
            return Report(StatusCodes.Status503ServiceUnavailable, "leaving", ["The server is stopping."]);
        }

        try
        {
            await database.Check(cancellation);
        }
        catch (Exception e) when (e is StorageUnavailableException or StorageFailedException)
        {
            return Report(StatusCodes.Status503ServiceUnavailable, "not ready", [e is StorageUnavailableException ? "The database is busy." : "The database failed."]);
        }

        return Report(StatusCodes.Status200OK, health.Complaints.Count == 0 ? "ready" : "degraded", health.Complaints);
    }

    static IResult Report(int status, string word, IReadOnlyCollection<string> reasons) =>
        Results.Json(new { status = word, reasons }, statusCode: status);
}
