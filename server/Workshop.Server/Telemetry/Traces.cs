using System.Diagnostics;
using Workshop.Server.Http;

namespace Workshop.Server.Telemetry;

/// <summary>
/// A span for each request of the interface, and for each transaction of a room that appends to its log. Addresses can hold a join
/// code, so a request is named by its route. What goes into sealed boxes has no span: its time is nobody's business.
/// </summary>
sealed class Traces(RequestDelegate next)
{
    /// <summary>The name of the source.</summary>
    public const string Name = "Workshop.Server";

    static readonly ActivitySource Source = new(Name);

    /// <summary>Begins the span of a transaction.</summary>
    /// <param name="commands">How many commands it makes durable.</param>
    public static Activity? Commit(int commands)
    {
        // Not a part of the request that happened to be the first of its turn.
        Activity.Current = null;
        var span = Source.StartActivity("commit");
        span?.SetTag("workshop.commands", commands);
        return span;
    }

    /// <summary>Handles a request.</summary>
    public async Task Invoke(HttpContext http)
    {
        if (!Source.HasListeners() || !http.Request.IsForApi || http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(http);
            return;
        }

        using var span = Source.StartActivity($"{http.Request.Method} {endpoint.RoutePattern.RawText}", ActivityKind.Server);
        await next(http);
        span?.SetTag("http.response.status_code", http.Response.StatusCode);
    }
}
