using Workshop.Server;
using Workshop.Server.Accounts;
using Workshop.Server.Door;
using Workshop.Server.Doorbell;
using Workshop.Server.Downloads;
using Workshop.Server.Health;
using Workshop.Server.Http;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;
using Workshop.Server.Telemetry;

return await Start.Run(args, Build);

/// <summary>The server.</summary>
partial class Program
{
    /// <summary>Puts everything together; starts nothing.</summary>
    internal static WebApplication Build(Settings settings)
    {
        var builder = Start.CreateBuilder(settings);
        builder.Services
            .AddHttp(settings)
            .AddDoorbell(settings.Redis)
            .AddRooms(settings.Rooms)
            .AddAccounts(settings)
            .AddDoor()
            .AddDownloads()
            .AddHealth()
            .AddTelemetry(settings)
            .AddWorkshopHub(settings.Hub);

        var app = builder.Build();
        app.UseTelemetry(settings);
        app.UseHttp(settings);
        app.UseMiddleware<Traces>();
        app.UseBrowserClient(settings);
        app.UseMiddleware<Gate>();
        app.MapWorkshopHub();
        app.MapViews().MapAccounts().MapDoor().MapDownloads().MapHealth();
        return app;
    }
}
