using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using Workshop.Server.Rooms;

namespace Workshop.Server.Hub;

/// <summary>The connections of this node. Rooms write to them directly; groups of SignalR are not used.</summary>
sealed class Connections(ILogger<DefaultHubLifetimeManager<WorkshopHub>> logger, LoadedRooms rooms, Places places, HubSettings settings, TimeProvider clock)
    : DefaultHubLifetimeManager<WorkshopHub>(logger)
{
    readonly ConcurrentDictionary<string, Connection> _all = new();

    /// <summary>All of them.</summary>
    public IEnumerable<Connection> All => _all.Select(c => c.Value);

    /// <inheritdoc/>
    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        var http = connection.GetHttpContext()!;
        var visitor = (Visitor)http.Items[typeof(Visitor)]!;
        IDisposable? place = null;
        if (connection.Features.Get<IHttpTransportFeature>() is { TransportType: HttpTransportType.WebSockets })
        {
            // Has had its place since it was opened, and has now shaken hands.
            (http.Items[typeof(Place)] as IDisposable)?.Dispose();
        }
        else if ((place = places.Take(Place.Of(visitor, http))) is null)
        {
            connection.Abort();
            return;
        }

        var known = new Connection(connection, visitor, CaughtUp)
        {
            Writes = new(visitor.By == Entrance.Staff ? settings.StaffWrites : settings.PeopleWrites, clock),
            Joins = new(HostLimits.Joins, clock),
            Place = place,
        };
        connection.Items[typeof(Connection)] = known;
        _all[connection.ConnectionId] = known;
        await base.OnConnectedAsync(connection);
        await rooms.Post(visitor.Workshop, new Arrive(known));
    }

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_all.TryRemove(connection.ConnectionId, out var known))
        {
            known.Place?.Dispose();
            await rooms.Post(known.Visitor.Workshop, new Depart(known));
        }

        await base.OnDisconnectedAsync(connection);
    }

    /// <summary>Ends the connections of sign-ins that are no longer good.</summary>
    public void Abort(Func<SignInTicket, bool> ended)
    {
        foreach (var connection in All.Where(c => c.Visitor.SignIn is { } ticket && ended(ticket)))
        {
            connection.Abort();
        }
    }

    /// <summary>Ends all of them: their clients come back and go on where they were.</summary>
    public void AbortAll()
    {
        foreach (var connection in All)
        {
            connection.Abort();
        }
    }

    void CaughtUp(Connection connection) => _ = rooms.Post(connection.Visitor.Workshop, new Resync(connection)).AsTask();
}
