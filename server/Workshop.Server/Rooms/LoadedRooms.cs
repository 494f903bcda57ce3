using System.Collections.Concurrent;
using Workshop.Core.Wire;
using Workshop.Server.Doorbell;
using Workshop.Server.Health;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>The rooms in this node's memory. One is started when somebody needs it, and ends when nobody has for a while.</summary>
sealed class LoadedRooms(
    IWorkshopLog log,
    RingsToSend rings,
    TimeProvider clock,
    NodeHealth health,
    RoomSettings settings,
    ILogger<Room> logger,
    IHostApplicationLifetime lifetime)
{
    readonly ConcurrentDictionary<WorkshopId, Lazy<Room>> _rooms = new();

    /// <summary>All of them.</summary>
    public IEnumerable<KeyValuePair<WorkshopId, Room>> All =>
        _rooms.Where(r => r.Value.IsValueCreated).Select(r => KeyValuePair.Create(r.Key, r.Value.Value));

    /// <summary>The room of a workshop; null: it is not loaded here.</summary>
    public Room? Find(WorkshopId workshop) => _rooms.TryGetValue(workshop, out var room) && room.IsValueCreated ? room.Value : null;

    /// <summary>Hands a message to a workshop's room.</summary>
    public async ValueTask Post(WorkshopId workshop, IRoomMessage message, CancellationToken cancellation = default)
    {
        // A room that ends meanwhile leaves the message to the next one.
        while (!lifetime.ApplicationStopped.IsCancellationRequested && !await Of(workshop).Post(message, cancellation))
        {
            await Task.Yield();
        }
    }

    /// <summary>Hands a command to a workshop's room; too many that wait are refused at once.</summary>
    public async ValueTask Post(WorkshopId workshop, Ask ask)
    {
        while (!lifetime.ApplicationStopped.IsCancellationRequested && !Of(workshop).TryAsk(ask))
        {
            await Task.Yield();
        }
    }

    /// <summary>Hands a command over and waits for its answer, and until what it did is shown.</summary>
    /// <param name="workshop">Which.</param>
    /// <param name="from">Who sends it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="along">Written in the same transaction as its commit; run anew with each try.</param>
    public async Task<Ack> Carry(WorkshopId workshop, Sender from, CommandId id, ICommand command, Action<IWorkshopTransaction> along)
    {
        var answer = new TaskCompletionSource<Ack>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Post(workshop, new Ask(from, id, command, answer.SetResult) { Along = along });
        var ack = await answer.Task;
        if (ack.Seq is { } seq)
        {
            await Show(workshop, seq);
        }

        return ack;
    }

    /// <summary>What a workshop shows, at least as new as a place of its log.</summary>
    /// <param name="workshop">Which.</param>
    /// <param name="seq">The place; 0: what the room shows.</param>
    /// <param name="view">A shared view that is needed.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <exception cref="RoomRefusesException">The room can't serve just now.</exception>
    public async Task<Shown> Show(WorkshopId workshop, long seq = 0, View? view = null, CancellationToken cancellation = default)
    {
        if (Find(workshop)?.Shown is { Moment.Seq: > 0 } shown && shown.Moment.Seq >= seq && (view is null || shown.Views.ContainsKey(view.Value)))
        {
            return shown;
        }

        var reach = new Reach(seq, view, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await Post(workshop, reach, cancellation);
        return await reach.Reached.Task.WaitAsync(cancellation);
    }

    /// <summary>Lets rooms end that nobody has needed for a while.</summary>
    public async Task EndIdle(CancellationToken cancellation)
    {
        foreach (var (_, room) in All.Where(r => r.Value.IsIdle(settings.Idle)))
        {
            await room.Post(new EndIfIdle(), cancellation);
        }
    }

    Room Of(WorkshopId workshop) => _rooms.GetOrAdd(workshop, id => new(() => Start(id))).Value;

    Room Start(WorkshopId workshop)
    {
        var room = new Room(workshop, log, rings, clock, health, logger, lifetime.ApplicationStopped);
        _ = Succeed(workshop, room);
        return room;
    }

    /// <summary>Once a room has ended, what it left goes to the next one.</summary>
    async Task Succeed(WorkshopId workshop, Room room)
    {
        var left = await room.Ended;
        _rooms.TryRemove(workshop, out _);
        foreach (var message in left)
        {
            await (message is Ask ask ? Post(workshop, ask) : Post(workshop, message));
        }
    }
}
