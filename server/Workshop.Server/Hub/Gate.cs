using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Workshop.Server.Health;
using Workshop.Server.Http;
using Workshop.Server.Rooms;

namespace Workshop.Server.Hub;

/// <summary>Lets in to the hub whoever the session says, into the workshop of the address, and notes who it is.</summary>
sealed class Gate(RequestDelegate next, Sessions sessions, Places places, NodeHealth health)
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
        if (problem is not null)
        {
            await problem.ExecuteAsync(http);
            return;
        }

        var workshop = WorkshopId.Of(id!);
        if (await sessions.By(entrance!.Value, http, workshop) is not { } visitor)
        {
            await Problems.Of(StatusCodes.Status403Forbidden, ServerRejections.NotAllowed()).ExecuteAsync(http);
            return;
        }

        http.Items[typeof(Visitor)] = visitor;
        await LetIn(http, Place.Of(visitor, http));
    }

    /// <summary>A socket has its place from here on. Long polling has it once it is connected; its single requests need none.</summary>
    async Task LetIn(HttpContext http, Place place)
    {
        var isSocket = http.Request.Headers.Upgrade.Count > 0 || http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };
        var opens = isSocket || http.Request.Path.Value!.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase);
        if (opens && !places.MayOpen(place))
        {
            await Problems.Of(ServerRejections.SlowDown()).ExecuteAsync(http);
        }
        else if (isSocket)
        {
            using var taken = places.Take(place);
            if (taken is null)
            {
                await Problems.Of(ServerRejections.Busy()).ExecuteAsync(http);
                return;
            }

            using var silent = places.WaitForHandshake(place, http);
            http.Items[typeof(Place)] = silent;
            await next(http);
        }
        else if (opens && !places.IsFree(place))
        {
            await Problems.Of(ServerRejections.Busy()).ExecuteAsync(http);
        }
        else
        {
            await next(http);
        }
    }
}
