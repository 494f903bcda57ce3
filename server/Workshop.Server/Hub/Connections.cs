using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.SignalR;
using Workshop.Server.Rooms;

namespace Workshop.Server.Hub;

/// <summary>The connections of this node. Rooms write to them directly; groups of SignalR are not used.</summary>
sealed class Connections(ILogger<DefaultHubLifetimeManager<WorkshopHub>> logger, LoadedRooms rooms, HubSettings settings, TimeProvider clock)
    : DefaultHubLifetimeManager<WorkshopHub>(logger)
{
    readonly ConcurrentDictionary<string, Connection> _all = new();
    readonly Counts<WorkshopId> _byWorkshop = new();
    readonly Counts<IPAddress> _byAddress = new();

    /// <summary>All of them.</summary>
    public IEnumerable<Connection> All => _all.Select(c => c.Value);

    /// <summary>Whether one more may come from there.</summary>
    public bool HasRoomFor(WorkshopId workshop, IPAddress? address) =>
        _byWorkshop[workshop] < settings.MostPerWorkshop && (address is null || _byAddress[address] < settings.MostPerAddress);

    /// <inheritdoc/>
    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        var http = connection.GetHttpContext()!;
        var visitor = (Visitor)http.Items[typeof(Visitor)]!;
        var known = new Connection(connection, visitor, CaughtUp)
        {
            Writes = new(visitor.By == Entrance.Staff ? settings.StaffWrites : settings.PeopleWrites, clock),
            Address = http.Connection.RemoteIpAddress,
        };
        connection.Items[typeof(Connection)] = known;
        _all[connection.ConnectionId] = known;
        _byWorkshop.Add(visitor.Workshop, 1);
        _byAddress.Add(known.Address ?? IPAddress.None, 1);
        await base.OnConnectedAsync(connection);
        await rooms.Post(visitor.Workshop, new Arrive(known));
    }

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_all.TryRemove(connection.ConnectionId, out var known))
        {
            _byWorkshop.Add(known.Visitor.Workshop, -1);
            _byAddress.Add(known.Address ?? IPAddress.None, -1);
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

    void CaughtUp(Connection connection) => _ = rooms.Post(connection.Visitor.Workshop, new Resync(connection)).AsTask();

    sealed class Counts<TKey>
        where TKey : notnull
    {
        readonly ConcurrentDictionary<TKey, int> _counts = new();

        public int this[TKey key] => _counts.GetValueOrDefault(key);

        public void Add(TKey key, int change)
        {
            if (_counts.AddOrUpdate(key, change, (_, before) => before + change) == 0)
            {
                _counts.TryRemove(KeyValuePair.Create(key, 0));
            }
        }
    }
}
