using Microsoft.AspNetCore.HttpOverrides;
using Workshop.Core.Wire;

namespace Workshop.Server.Http;

/// <summary>Puts together what every request passes.</summary>
static class Composition
{
    /// <summary>Strict JSON, our own addresses, and the proxy that is believed.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, Settings settings) => services
        .AddSingleton(settings)
        .AddSingleton<Origins>()
        .ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions, strict: true))
        .Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in settings.Proxies)
            {
                forwarded.KnownIPNetworks.Add(proxy);
            }
        });

    /// <summary>Headers, origins, refusals, faults.</summary>
    public static WebApplication UseHttp(this WebApplication app, Settings settings)
    {
        if (!settings.Proxies.IsEmpty)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Guard>();
        app.UseRouting();
        return app;
    }
}
