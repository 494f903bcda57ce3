using System.Threading.Channels;
using Workshop.Server.Doorbell;
using Workshop.Server.Health;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>
/// A workshop on this node: one loop, one reader of one channel, so that nothing in the domain needs a lock. A turn: drain what
/// waits, decide all of it, append it in one transaction, acknowledge, show what changed.
/// </summary>
sealed partial class Room
{
    const int MostWaiting = 2_000;
    const int MostPerTurn = 512;

    readonly WorkshopId _id;
    readonly Ledger _ledger;
    readonly RingsToSend _rings;
    readonly Audience _audience;
    readonly TimeProvider _clock;
    readonly NodeHealth _health;
    readonly ILogger<Room> _logger;
    readonly Channel<IRoomMessage> _inbox = Channel.CreateBounded<IRoomMessage>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, AllowSynchronousContinuations = false });
    readonly ITimer _alarm;
    readonly List<Ask> _asks = [];
    readonly List<IRoomMessage> _others = [];
    long _neededAt;
    volatile bool _isEnding;
    Rejection? _stopped;

    /// <summary>Starts the loop; the log is read with the first message.</summary>
    public Room(WorkshopId id, IWorkshopLog log, RingsToSend rings, TimeProvider clock, NodeHealth health, ILogger<Room> logger, CancellationToken stopping)
    {
        _id = id;
        _ledger = new(id, log, clock, logger, stopping);
        _rings = rings;
        _audience = new(clock);
        _clock = clock;
        _health = health;
        _logger = logger;
        _neededAt = clock.GetTimestamp();
        _alarm = clock.CreateTimer(_ => _inbox.Writer.TryWrite(Tick.Now), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Ended = Task.Run(() => Run(stopping), CancellationToken.None);
    }

    /// <summary>What can be read outside the loop.</summary>
    public Shown Shown => _audience.Shown;

    /// <summary>Completes with what came in too late and belongs to the next room.</summary>
    public Task<IReadOnlyList<IRoomMessage>> Ended { get; }

    /// <summary>Whether nobody has needed the room for so long.</summary>
    public bool IsIdle(TimeSpan since) => _audience.IsEmpty && _clock.GetElapsedTime(_neededAt) > since;

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

    /// <summary>Hands a message over if there is room for it now: one that may be lost.</summary>
    public bool TryPost(IRoomMessage message) => _inbox.Writer.TryWrite(message);

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
                await TakeCommands();
                await ShowIfDue();
                await TakeOthers();
                SetAlarm();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (StorageFailedException failure)
        {
            _health.Fail(failure);
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

    /// <summary>Each gets its answer here, after what it did is durable and before anybody sees it.</summary>
    async Task TakeCommands()
    {
        if (_asks.Count == 0)
        {
            return;
        }

        _neededAt = _clock.GetTimestamp();
        var before = _ledger.Moment.Seq;
        if (await Refusal(() => _ledger.Take(_asks)) is { } refusal)
        {
            _asks.ForEach(ask => ask.Refuse(refusal));
        }

        if (_ledger.Moment.Seq > before)
        {
            _rings.Add(new(_id, _ledger.Moment.Seq));
        }

        _asks.Clear();
    }

    async Task ShowIfDue()
    {
        if (_audience.UntilShow(_ledger.Moment) <= TimeSpan.Zero)
        {
            // Lets the answers leave before the first frame does.
            await Task.Yield();
            await Show();
        }
    }

    Task Show() => _audience.Show(_ledger.Moment, _ledger.TakeTouched());

    async Task TakeOthers()
    {
        foreach (var message in _others)
        {
            await Take(message);
        }

        _others.Clear();
        if (_audience.UntilSay <= TimeSpan.Zero)
        {
            await _audience.Say();
        }
    }

    async Task Take(IRoomMessage message)
    {
        switch (message)
        {
            case Arrive m:
                _audience.Add(m.Connection);
                break;
            case Depart m:
                _audience.Remove(m.Connection);
                _neededAt = _clock.GetTimestamp();
                break;
            case Join m:
                await Join(m);
                break;
            case Resync m:
                _audience.Resync(m.Connection);
                break;
            case Reach m:
                await Reach(m);
                break;
            case Behind m when m.Head > _ledger.Moment.Seq:
                await Refusal(_ledger.CatchUp);
                break;
            case Elsewhere m:
                _audience.Hear(m);
                break;
            case BallotCounts m:
                _audience.Hear(m);
                break;
            case Saving m:
                _audience.Hear(m);
                break;
            case SayGoodbye:
                _audience.SendAway();
                break;
            case EndIfIdle when _audience.IsEmpty && _inbox.Reader.Count == 0:
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
        var refusal = await Refusal(async () =>
        {
            await CatchUpTo(join.Since.Values.DefaultIfEmpty(0).Max());
            if (!_audience.Knows(join.Connection.Visitor.Sender) || !join.Since.Keys.All(_audience.Knows))
            {
                await ShowNewest();
            }
        });
        if (refusal is null)
        {
            _audience.Join(join.Connection, join.Since, join.Build);
        }
        else
        {
            join.Connection.Abort();
        }
    }

    async Task Reach(Reach reach)
    {
        _neededAt = _clock.GetTimestamp();
        var refusal = await Refusal(async () =>
        {
            await CatchUpTo(reach.Seq);
            if (reach.View is { } view)
            {
                await (_audience.Knows(view) ? Task.CompletedTask : ShowNewest());
                _audience.Keep(view);
            }
        });
        if (refusal is null)
        {
            reach.Reached.TrySetResult(Shown);
        }
        else
        {
            reach.Reached.TrySetException(new RoomRefusesException(refusal));
        }
    }

    /// <summary>Somebody asks for what is not shown: it may have come a moment ago, or by another node.</summary>
    Task ShowNewest() => CatchUpTo(_ledger.Moment.Seq + 1);

    async Task CatchUpTo(long seq)
    {
        if (seq > _ledger.Moment.Seq)
        {
            await _ledger.CatchUp();
        }

        if (seq > Shown.Moment.Seq && _ledger.Moment.Seq > Shown.Moment.Seq)
        {
            await Show();
        }
    }

    /// <summary>
    /// Does what needs the log, which is read before; or says why not. Storage that is busy or full is told to those who wait; a newer
    /// log format stops the room, and nothing else does.
    /// </summary>
    async Task<Rejection?> Refusal(Func<Task> work)
    {
        if (_stopped is not null)
        {
            return _stopped;
        }

        try
        {
            await ReadLogOnce();
            await work();
            return null;
        }
        catch (StorageUnavailableException unavailable)
        {
            return ServerRejections.Storage(unavailable.Code);
        }
        catch (NewerVersionException)
        {
            LogNewerVersion(_id);
            _health.Degrade($"A newer release has written workshop {_id}; this node does not serve it.");
            _audience.SendAway();
            return _stopped = ServerRejections.NewerVersion();
        }
    }

    async Task ReadLogOnce()
    {
        if (!_ledger.IsRead)
        {
            var start = _clock.GetTimestamp();
            await _ledger.CatchUp();
            _ledger.TakeTouched();
            _audience.Start(_ledger.Moment);
            LogRead(_id, _ledger.Moment.Seq, (long)_clock.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>Wakes the loop when something is due that no message will bring.</summary>
    void SetAlarm()
    {
        var (show, say) = (_audience.UntilShow(_ledger.Moment), _audience.UntilSay);
        if ((show < say ? show : say ?? show) is { } next)
        {
            _alarm.Change(next > TimeSpan.Zero ? next : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>What came in after the last turn belongs to the next room; one that was stopped takes nobody along.</summary>
    async Task<IReadOnlyList<IRoomMessage>> End()
    {
        _isEnding = true;
        _inbox.Writer.TryComplete();
        await _alarm.DisposeAsync();
        var left = _asks.Concat(_others).ToList();
        while (_inbox.Reader.TryRead(out var message))
        {
            left.Add(message);
        }

        if (_stopped is not { } rejection)
        {
            return left;
        }

        foreach (var message in left)
        {
            (message as Ask)?.Refuse(rejection);
            (message as Reach)?.Reached.TrySetException(new RoomRefusesException(rejection));
            (message as Arrive)?.Connection.Abort();
        }

        _audience.Abort();
        return [];
    }
}

/// <summary>The room does not serve: why.</summary>
sealed class RoomRefusesException(Rejection rejection) : Exception(rejection.Code)
{
    /// <summary>What people are told.</summary>
    public Rejection Rejection => rejection;
}
