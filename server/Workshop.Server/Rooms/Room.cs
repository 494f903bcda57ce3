using System.Threading.Channels;
using Workshop.Core.Wire;
using Workshop.Server.Health;
using Workshop.Server.Hub;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>
/// A workshop on this node: one loop, one reader of one channel, so that nothing in the domain needs a lock. A turn: drain what
/// waits, decide all of it, append it in one transaction, acknowledge, show what changed. Nothing here waits for a client.
/// </summary>
sealed partial class Room
{
    const int MostWaiting = 2_000;
    const int MostPerTurn = 512;
    const int SendsBeforeYield = 256;

    /// <summary>Frames are built at once when the last ones are this old, else when they become so.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan AmbientPause = TimeSpan.FromSeconds(1);

    readonly WorkshopId _id;
    readonly Ledger _ledger;
    readonly TimeProvider _clock;
    readonly NodeHealth _health;
    readonly ILogger<Room> _logger;
    readonly Channel<IRoomMessage> _inbox = Channel.CreateBounded<IRoomMessage>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, AllowSynchronousContinuations = false });
    readonly HashSet<Connection> _connections = [];
    readonly Views _views;
    readonly Ambience _ambience = new();
    readonly ITimer _alarm;
    readonly List<IRoomMessage> _others = [];
    readonly List<Ask> _asks = [];
    long _shownAt;
    long _ambientAt;
    long _neededAt;
    bool _ambientDue;
    volatile bool _isEnding;
    Rejection? _stopped;

    /// <summary>Starts the loop; the log is read with the first message.</summary>
    public Room(WorkshopId id, IWorkshopLog log, TimeProvider clock, NodeHealth health, ILogger<Room> logger, CancellationToken stopping)
    {
        _id = id;
        _ledger = new(id, log, clock, logger, stopping);
        _views = new(clock);
        _clock = clock;
        _health = health;
        _logger = logger;
        _neededAt = clock.GetTimestamp();
        _alarm = clock.CreateTimer(_ => _inbox.Writer.TryWrite(Rooms.Tick.Now), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Ended = Task.Run(() => Run(stopping), CancellationToken.None);
    }

    /// <summary>What can be read outside the loop.</summary>
    public Shown Shown => _views.Shown;

    /// <summary>Completes with what the room has left undone: nothing more is taken.</summary>
    public Task<IReadOnlyList<IRoomMessage>> Ended { get; }

    /// <summary>Hands a message over, and waits while the room is full. False: the room has ended.</summary>
    public async ValueTask<bool> Post(IRoomMessage message, CancellationToken cancellation)
    {
        while (await _inbox.Writer.WaitToWriteAsync(cancellation))
        {
            if (_inbox.Writer.TryWrite(message))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Hands a command over, or answers that too many wait. False: the room has ended.</summary>
    public bool TryAsk(Ask ask)
    {
        if (_inbox.Writer.TryWrite(ask))
        {
            return true;
        }

        if (_isEnding)
        {
            return false;
        }

        ask.Refuse(ServerRejections.Busy());
        return true;
    }

    async Task<IReadOnlyList<IRoomMessage>> Run(CancellationToken stopping)
    {
        try
        {
            while (await _inbox.Reader.WaitToReadAsync(stopping))
            {
                Drain();
                await Turn();
                SetAlarm();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            LogBroken(fault, _id);
            _stopped ??= ServerRejections.Busy();
        }

        return await End();
    }

    void Drain()
    {
        while (_asks.Count + _others.Count < MostPerTurn && _inbox.Reader.TryRead(out var message))
        {
            if (message is Ask ask)
            {
                _asks.Add(ask);
            }
            else
            {
                _others.Add(message);
            }
        }
    }

    async Task Turn()
    {
        if (_stopped is null)
        {
            await Guard(async () =>
            {
                await ReadLogOnce();
                await _ledger.Take(_asks);
            });
        }

        Answer(_stopped ?? ServerRejections.Busy());
        _neededAt = _asks.Count > 0 ? _clock.GetTimestamp() : _neededAt;
        _asks.Clear();
        if (IsShowDue)
        {
            // Lets the acknowledgements leave before the first frame does.
            await Task.Yield();
            await Show();
        }

        foreach (var message in _others)
        {
            await Take(message);
        }

        _others.Clear();
        await SayAmbience();
    }

    /// <summary>Whoever is still without an answer gets this one.</summary>
    void Answer(Rejection rejection)
    {
        foreach (var ask in _asks)
        {
            ask.Refuse(rejection);
        }
    }

    /// <summary>Storage that is busy or full is told to those who wait; a newer log format stops the room, and nothing else does.</summary>
    async Task<Rejection?> Guard(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (StorageUnavailableException unavailable)
        {
            var rejection = ServerRejections.Storage(unavailable.Code);
            Answer(rejection);
            return rejection;
        }
        catch (NewerVersionException)
        {
            LogNewerVersion(_id);
            _health.Degrade($"A newer release has written workshop {_id}; this node does not serve it.");
            _stopped = ServerRejections.NewerVersion();
            SendAway();
            return _stopped;
        }
    }

    async Task ReadLogOnce()
    {
        if (!_ledger.IsRead)
        {
            var start = _clock.GetTimestamp();
            await _ledger.CatchUp();
            LogRead(_id, _ledger.Moment.Seq, (long)_clock.GetElapsedTime(start).TotalMilliseconds);
            _ledger.TakeTouched();
            _views.Start(_ledger.Moment);
            _shownAt = _clock.GetTimestamp();
        }
    }

    async Task Take(IRoomMessage message)
    {
        switch (message)
        {
            case Arrive m:
                _connections.Add(m.Connection);
                _ambientDue = true;
                break;
            case Depart m:
                _views.Leave(m.Connection);
                _connections.Remove(m.Connection);
                _ambientDue = true;
                _neededAt = _clock.GetTimestamp();
                break;
            case Join m:
                await Join(m);
                break;
            case Resync m:
                foreach (var view in m.Connection.Views)
                {
                    m.Connection.Send(Outgoing.Fetch(view, Shown.Moment.Seq));
                    SendAmbience(m.Connection, view);
                }

                break;
            case Reach m:
                await Reach(m);
                break;
            case Behind m when m.Head > _ledger.Moment.Seq && _stopped is null:
                await Guard(_ledger.CatchUp);
                break;
            case Elsewhere m:
                _ambience.Hear(m);
                _ambientDue = true;
                break;
            case BallotCounts m:
                _ambience.Hear(m);
                _ambientDue = true;
                _ambientAt = 0;
                break;
            case SayGoodbye:
                SendAway();
                break;
            case EndIfIdle when _connections.Count == 0 && _inbox.Reader.Count == 0:
                _isEnding = true;
                _inbox.Writer.TryComplete();
                LogEnded(_id);
                break;
            default:
                break;
        }
    }

    async Task Join(Join join)
    {
        if (_stopped is not null || await Guard(() => CatchUpTo(join.Since.Values.DefaultIfEmpty(0).Max())) is not null)
        {
            join.Connection.Abort();
            return;
        }

        var sender = join.Connection.Visitor.Sender;
        if (sender.In(Shown.Moment.State) is null && await Guard(() => CatchUpTo(_ledger.Moment.Seq + 1)) is not null)
        {
            join.Connection.Abort();
            return;
        }

        var moment = Shown.Moment;
        var actor = sender.In(moment.State);
        var views = join.Since.Keys.ToLookup(
            text => View.Parse(text) is { } view && actor is not null && Rights.MaySee(actor, view) && Exists(moment.State, view));
        join.Connection.Send(Outgoing.Joined(new()
        {
            Build = Projection.Build,
            Now = _clock.GetUtcNow(),
            Views = [.. views[true]],
            Refused = [.. views[false]],
        }));
        var since = views[true].ToDictionary(text => View.Parse(text)!.Value, text => join.Since[text]);
        _views.Join(join.Connection, since, join.Build == Projection.Build);
        foreach (var view in since.Keys)
        {
            SendAmbience(join.Connection, view);
        }
    }

    void SendAmbience(Connection connection, View view)
    {
        if (_ambience.Of(view) is { } ambient)
        {
            connection.SendFrame(ambient);
        }
    }

    /// <summary>An activity that is not on the agenda has no views: nobody can make the room keep empty ones.</summary>
    static bool Exists(WorkshopState state, View view) => view.Activity is not { } activity || state.Agenda.Activities.ContainsKey(activity);

    async Task Reach(Reach reach)
    {
        _neededAt = _clock.GetTimestamp();
        if (_stopped is { } stopped || (stopped = await Guard(() => CatchUpTo(reach.Seq))) is not null)
        {
            reach.Reached.TrySetException(new RoomRefusesException(stopped));
            return;
        }

        if (reach.View is { } view && Exists(Shown.Moment.State, view))
        {
            _views.Keep(view);
        }

        reach.Reached.TrySetResult(Shown);
    }

    async Task CatchUpTo(long seq)
    {
        await ReadLogOnce();
        if (seq > _ledger.Moment.Seq)
        {
            await _ledger.CatchUp();
        }

        if (seq > Shown.Moment.Seq)
        {
            await Show();
        }
    }

    bool IsShowDue => _ledger.Moment.Seq > Shown.Moment.Seq && _clock.GetElapsedTime(_shownAt) >= Tick;

    async Task Show()
    {
        var peopleBefore = Shown.Moment.State.People;
        var votesBefore = Shown.Moment.State.Voting;
        foreach (var (message, to) in _views.Show(_ledger.Moment, _ledger.TakeTouched()))
        {
            var sent = 0;
            foreach (var connection in to)
            {
                connection.SendFrame(message);
                if (++sent % SendsBeforeYield == 0)
                {
                    await Task.Yield();
                }
            }
        }

        _shownAt = _clock.GetTimestamp();
        _ambientDue |= !ReferenceEquals(peopleBefore, Shown.Moment.State.People) || !ReferenceEquals(votesBefore, Shown.Moment.State.Voting);
    }

    async Task SayAmbience()
    {
        if (!_ambientDue || !_ledger.IsRead || (_ambientAt != 0 && _clock.GetElapsedTime(_ambientAt) < AmbientPause))
        {
            return;
        }

        foreach (var (view, message) in _ambience.Refresh(Shown.Moment.State, _connections))
        {
            foreach (var connection in _views.In(view))
            {
                connection.SendFrame(message);
            }

            await Task.Yield();
        }

        _ambientDue = false;
        _ambientAt = _clock.GetTimestamp();
    }

    /// <summary>Wakes the loop when the next thing is due that no message will bring.</summary>
    void SetAlarm()
    {
        var show = _ledger.Moment.Seq > Shown.Moment.Seq ? Tick - _clock.GetElapsedTime(_shownAt) : Timeout.InfiniteTimeSpan;
        var ambient = _ambientDue && _ledger.IsRead ? AmbientPause - _clock.GetElapsedTime(_ambientAt) : Timeout.InfiniteTimeSpan;
        var next = new[] { show, ambient }.Where(t => t != Timeout.InfiniteTimeSpan).DefaultIfEmpty(Timeout.InfiniteTimeSpan).Min();
        if (next != Timeout.InfiniteTimeSpan)
        {
            _alarm.Change(next > TimeSpan.Zero ? next : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Whether nobody has needed the room for so long.</summary>
    public bool IsIdle(TimeSpan since) => _connections.Count == 0 && _clock.GetElapsedTime(_neededAt) > since;

    /// <summary>Not all at once: the more there are, the longer the time over which they come back.</summary>
    void SendAway()
    {
        var spread = Math.Clamp(_connections.Count * 20, 1_000, 10_000);
        foreach (var connection in _connections)
        {
            connection.Send(Outgoing.GoingAway(500 + Random.Shared.Next(spread)));
        }
    }

    /// <summary>What came in after the last turn belongs to the next room; a broken one takes nobody along.</summary>
    async Task<IReadOnlyList<IRoomMessage>> End()
    {
        _isEnding = true;
        _inbox.Writer.TryComplete();
        await _alarm.DisposeAsync();
        var left = _others.ToList();
        while (_inbox.Reader.TryRead(out var message))
        {
            left.Add(message);
        }

        if (_stopped is not { } rejection)
        {
            return left;
        }

        Answer(rejection);
        foreach (var message in left)
        {
            (message as Ask)?.Refuse(rejection);
            (message as Reach)?.Reached.TrySetException(new RoomRefusesException(rejection));
            (message as Arrive)?.Connection.Abort();
        }

        foreach (var connection in _connections)
        {
            connection.Abort();
        }

        return [];
    }
}

/// <summary>The room does not serve: why.</summary>
sealed class RoomRefusesException(Rejection rejection) : Exception(rejection.Code)
{
    /// <summary>What people are told.</summary>
    public Rejection Rejection => rejection;
}
