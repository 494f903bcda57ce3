using Microsoft.AspNetCore.SignalR;
using Workshop.Server.Rooms;

namespace Workshop.Server.Hub;

/// <summary>
/// A client's connection as rooms see it. Whoever sends never waits: while a client is busy receiving, messages queue up; one that
/// falls too far behind loses its frames and starts anew, and delays nobody.
/// </summary>
sealed class Connection(HubConnectionContext context, Visitor visitor, Action<Connection> caughtUp)
{
    readonly Lock _gate = new();
    readonly Queue<(Outgoing Message, bool CanBeMissed)> _waiting = new();
    bool _isWriting;
    bool _hasMissed;
    int _bytes;

    /// <summary>The connection of a call.</summary>
    public static Connection Of(HubCallerContext call) => (Connection)call.Items[typeof(Connection)]!;

    /// <summary>Who is at the other end.</summary>
    public Visitor Visitor => visitor;

    /// <summary>What it has joined; set by the room's loop.</summary>
    public ImmutableHashSet<View> Views { get; set; } = [];

    /// <summary>What it takes up, if it is no socket: given back when it ends.</summary>
    public IDisposable? Place { get; init; }

    /// <summary>How fast it may write.</summary>
    public required Allowance Writes { get; init; }

    /// <summary>How fast it may change its views.</summary>
    public required Allowance Joins { get; init; }

    /// <summary>Whether nothing waits to be sent.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return !_isWriting;
            }
        }
    }

    /// <summary>Sends what must arrive while the connection lasts.</summary>
    public void Send(Outgoing message) => Send(message, canBeMissed: false);

    /// <summary>Sends what changed in a view: a client that misses it is told to fetch the view.</summary>
    public void SendFrame(Outgoing message) => Send(message, canBeMissed: true);

    /// <summary>Ends it.</summary>
    public void Abort() => context.Abort();

    void Send(Outgoing message, bool canBeMissed)
    {
        lock (_gate)
        {
            if (_isWriting)
            {
                Enqueue(message, canBeMissed);
                return;
            }

            _isWriting = true;
        }

        _ = Pump(message);
    }

    void Enqueue(Outgoing message, bool canBeMissed)
    {
        if (canBeMissed && _hasMissed)
        {
            return;
        }

        _waiting.Enqueue((message, canBeMissed));
        _bytes += message.Size;
        if ((_waiting.Count > HostLimits.Waiting || _bytes > HostLimits.WaitingBytes) && !_hasMissed)
        {
            _hasMissed = true;
            var kept = _waiting.Where(w => !w.CanBeMissed).ToList();
            _waiting.Clear();
            kept.ForEach(_waiting.Enqueue);
            _bytes = kept.Sum(w => w.Message.Size);
        }
    }

    async Task Pump(Outgoing first)
    {
        for (var message = first; message is not null; message = Next())
        {
            await context.WriteAsync(message.Message);
        }
    }

    Outgoing? Next()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var next))
            {
                _bytes -= next.Message.Size;
                return next.Message;
            }

            _isWriting = false;
            if (!_hasMissed)
            {
                return null;
            }

            _hasMissed = false;
        }

        caughtUp(this);
        return null;
    }
}
