using Microsoft.AspNetCore.SignalR;
using Workshop.Server.Health;
using Workshop.Server.Http;
using Workshop.Server.Rooms;

namespace Workshop.Server.Hub;

/// <summary>Lets in to the hub whoever the session says, into the workshop of the address, and notes who it is.</summary>
sealed class Gate(RequestDelegate next, Sessions sessions, Connections connections, NodeHealth health)
{
    /// <summary>Handles a request.</summary>
    public async Task Invoke(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is null)
        {
            await next(http);
            return;
        }

        var id = http.Request.RouteValues["workshop"] as string;
        Entrance? entrance = http.Request.Query["as"].ToString() switch
        {
            "person" => Entrance.Person,
            "staff" => Entrance.Staff,
            "screen" => Entrance.Screen,
            _ => null,
        };
        var problem = !Ids.IsWellFormed(id) || entrance is null ? Problems.Of(StatusCodes.Status404NotFound, "request.no-such-address")
            : health.IsLeaving ? Problems.Of(StatusCodes.Status503ServiceUnavailable, "server.leaving")
            : null;
        if (problem is null)
        {
            var workshop = WorkshopId.Of(id!);
            var visitor = await sessions.By(entrance!.Value, http, workshop);
            problem = visitor is null ? Problems.Of(StatusCodes.Status403Forbidden, ServerRejections.NotAllowed())
                : !connections.HasRoomFor(workshop, http.Connection.RemoteIpAddress) ? Problems.Of(ServerRejections.Busy())
                : null;
            http.Items[typeof(Visitor)] = visitor;
        }

        await (problem is null ? next(http) : problem.ExecuteAsync(http));
    }
}
