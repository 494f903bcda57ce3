using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using Workshop.Core.Wire;
using Workshop.Storage;

namespace Workshop.Server.Hub;

/// <summary>Puts the hub together.</summary>
static class Composition
{
    /// <summary>JSON over WebSockets or long polling; no groups, no stateful reconnect: rooms know their connections, logs their places.</summary>
    public static IServiceCollection AddWorkshopHub(this IServiceCollection services, HubSettings settings)
    {
        services.AddSignalR(hub =>
            {
                hub.EnableDetailedErrors = false;
                hub.MaximumReceiveMessageSize = HostLimits.Message;
                hub.MaximumParallelInvocationsPerClient = 1;
                hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
                hub.ClientTimeoutInterval = HostLimits.Silence;
                hub.HandshakeTimeout = HostLimits.Handshake;
                hub.SupportedProtocols = ["json"];
            })
            .AddJsonProtocol(json => json.PayloadSerializerOptions = Json.Wire);
        return services
            .AddSingleton(settings)
            .AddSingleton<Places>()
            .AddSingleton<Connections>()
            .AddSingleton<HubLifetimeManager<WorkshopHub>>(s => s.GetRequiredService<Connections>())
            .AddSingleton<ParticipantSessions>()
            .AddSingleton<Sessions>()
            .AddSingleton<IHubProtocol>(s => new MeteredProtocol(
                new JsonHubProtocol(s.GetRequiredService<IOptions<JsonHubProtocolOptions>>()),
                settings.Messages,
                s.GetRequiredService<TimeProvider>(),
                s.GetRequiredService<ILogger<MeteredProtocol>>()));
    }

    /// <summary><c>/hub/{workshop}?as=person|staff|screen</c>.</summary>
    public static IEndpointRouteBuilder MapWorkshopHub(this IEndpointRouteBuilder app)
    {
        app.MapHub<WorkshopHub>("/hub/{workshop}", connection =>
        {
            connection.Transports = HttpTransportType.WebSockets | HttpTransportType.LongPolling;
            connection.TransportSendTimeout = HostLimits.Send;
            connection.LongPolling.PollTimeout = TimeSpan.FromSeconds(25);
            connection.AllowStatefulReconnects = false;
        });
        return app;
    }
}
