using System.Net;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Workshop.Server.Telemetry;

/// <summary>Puts together what can be watched from outside: metrics on a port of their own, traces to a collector.</summary>
static class Composition
{
    /// <summary>The variable by which OpenTelemetry names the collector.</summary>
    const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    static readonly string[] Meters = [Metrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Nothing is gathered that nobody has asked for.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, Settings settings)
    {
        services.AddHostedService<Gauges>();
        var hasCollector = Environment.GetEnvironmentVariable(CollectorVariable) is { Length: > 0 };
        if (settings.Metrics is null && !hasCollector)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry();
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters);
            if (settings.Metrics is not null)
            {
                metrics.AddPrometheusExporter();
            }

            if (hasCollector)
            {
                metrics.AddOtlpExporter();
            }
        });
        if (hasCollector)
        {
            // Each on its own: a client's header must not decide what is recorded.
            telemetry.WithTracing(traces => traces.AddSource(Traces.Name).SetSampler(new AlwaysOnSampler()).AddOtlpExporter());
        }

        return services;
    }

    /// <summary>The port of the metrics has nothing else, and no other port has them.</summary>
    public static WebApplication UseTelemetry(this WebApplication app, Settings settings)
    {
        if (settings.Metrics is { } metrics)
        {
            app.UseOpenTelemetryPrometheusScrapingEndpoint(http => IsAt(http, metrics) && http.Request.Path == "/metrics");
            app.Use((http, next) =>
            {
                if (!IsAt(http, metrics))
                {
                    return next(http);
                }

                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        return app;
    }

    static bool IsAt(HttpContext http, IPEndPoint metrics) => http.Connection.LocalPort == metrics.Port;
}
