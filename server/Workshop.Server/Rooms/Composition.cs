using Workshop.Server.Health;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>Puts the rooms together.</summary>
static class Composition
{
    /// <summary>One loop per workshop on this node, and what keeps them current.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services, RoomSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<IWorkshopLog>(s => ActivatorUtilities.CreateInstance<WatchedLog>(s, ActivatorUtilities.CreateInstance<WorkshopLog>(s)))
        .AddSingleton<Presence>()
        .AddSingleton<LoadedRooms>()
        .AddSingleton<Readings>()
        .AddHostedService<LogTail>()
        .AddHostedService<OpenBoxes>()
        .AddHostedService<Attendants>();

    /// <summary>Whole views, for those who come or come back.</summary>
    public static IEndpointRouteBuilder MapViews(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/workshops/{workshop}/views/{audience}/{topic}", ViewEndpoint.Get);
        return app;
    }
}
