using Workshop.Core.Wire;
using Workshop.Server.Hub;
using Workshop.Server.Telemetry;

namespace Workshop.Server.Rooms;

/// <summary>
/// The connections of a room and what they are shown: frames of the views that they have joined, and what is told beside the log.
/// Used by the room's loop alone, but for <see cref="Shown"/>. Nothing here waits for a client.
/// </summary>
sealed class Audience(TimeProvider clock)
{
    const int SendsBeforeYield = 256;

    /// <summary>Frames are built at once when the last ones are this old, else when they become so.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan AmbientPause = TimeSpan.FromSeconds(1);

    readonly HashSet<Connection> _connections = [];
    readonly Views _views = new(clock);
    readonly Ambience _ambience = new();
    long _shownAt = clock.GetTimestamp();
    long? _saidAt;
    bool _hasMoreToSay;
    bool _hasStarted;

    /// <summary>What can be read outside the loop.</summary>
    public Shown Shown => _views.Shown;

    /// <summary>Whether nobody is connected.</summary>
    public bool IsEmpty => _connections.Count == 0;

    /// <summary>A connection is there; it has no views yet.</summary>
    public void Add(Connection connection)
    {
        _connections.Add(connection);
        _hasMoreToSay = true;
    }

    /// <summary>A connection is gone.</summary>
    public void Remove(Connection connection)
    {
        _views.Leave(connection);
        _connections.Remove(connection);
        _hasMoreToSay = true;
    }

    /// <summary>Starts from a log that was just read.</summary>
    public void Start(Moment moment)
    {
        _views.Start(moment);
        _hasStarted = true;
    }

    /// <summary>How long until a newer moment may be shown; null: there is none.</summary>
    public TimeSpan? UntilShow(Moment newest) => newest.Seq > Shown.Moment.Seq ? Tick - clock.GetElapsedTime(_shownAt) : null;

    /// <summary>Shows a newer moment.</summary>
    public async Task Show(Moment newest, IReadOnlySet<Subject> touched)
    {
        var before = Shown.Moment.State;
        await Send(Bundles.Of(_views.Show(newest, touched)));
        _shownAt = clock.GetTimestamp();
        var after = newest.State;
        _hasMoreToSay |= !ReferenceEquals(before.People, after.People) || !ReferenceEquals(before.Voting, after.Voting);
    }

    /// <summary>Whether the workshop has such a person.</summary>
    public bool Knows(Sender sender) => sender.In(Shown.Moment.State) is not null;

    /// <summary>Whether there is such a view: an activity that is not on the agenda has none, so that nobody can make the room keep any.</summary>
    public bool Knows(View view) => view.Activity is not { } activity || Shown.Moment.State.Agenda.Activities.ContainsKey(activity);

    /// <summary>Whether there is such a view; what can be none is known to be none.</summary>
    public bool Knows(string view) => View.Parse(view) is not { } known || Knows(known);

    /// <summary>Keeps a shared view, so that it can be read in <see cref="Shown"/>.</summary>
    public void Keep(View view)
    {
        if (Knows(view))
        {
            _views.Keep(view);
        }
    }

    /// <summary>Answers a join: which views it gives, what was missed in each, and what is told beside the log.</summary>
    public void Join(Connection connection, IReadOnlyDictionary<string, long> since, string build)
    {
        var actor = connection.Visitor.Sender.In(Shown.Moment.State);
        var given = new Dictionary<View, long>();
        var refused = new List<string>();
        foreach (var (text, seq) in since)
        {
            if (View.Parse(text) is { } view && actor is not null && Rights.MaySee(actor, view) && Knows(view))
            {
                given[view] = seq;
            }
            else
            {
                refused.Add(text);
            }
        }

        connection.Send(Outgoing.Joined(new()
        {
            Build = Projection.Build,
            Now = clock.GetUtcNow(),
            Views = [.. given.Keys.Select(v => v.ToString())],
            Refused = [.. refused],
        }));
        _views.Join(connection, given, build == Projection.Build);
        SayEverything(connection);
    }

    /// <summary>A connection has missed frames: it fetches its views anew.</summary>
    public void Resync(Connection connection)
    {
        Metrics.Resynced();
        foreach (var view in connection.Views)
        {
            connection.Send(Outgoing.Fetch(view, Shown.Moment.Seq));
        }

        SayEverything(connection);
    }

    /// <summary>Takes who is connected to other nodes.</summary>
    public void Hear(Elsewhere elsewhere)
    {
        _ambience.Hear(elsewhere);
        _hasMoreToSay = true;
    }

    /// <summary>Takes the numbers of ballots, and tells them at once: every node does so at this moment.</summary>
    public void Hear(BallotCounts ballots)
    {
        _ambience.Hear(ballots);
        _hasMoreToSay = true;
        _saidAt = null;
    }

    /// <summary>Takes what keeps the server from saving, and tells it at once.</summary>
    public void Hear(Saving saving)
    {
        if (_ambience.Hear(saving))
        {
            _hasMoreToSay = true;
            _saidAt = null;
        }
    }

    /// <summary>How long until something may be told beside the log; null: there is nothing.</summary>
    public TimeSpan? UntilSay => !_hasMoreToSay || !_hasStarted ? null
        : _saidAt is { } at ? AmbientPause - clock.GetElapsedTime(at)
        : TimeSpan.Zero;

    /// <summary>Tells what is to be told beside the log.</summary>
    public async Task Say()
    {
        _hasMoreToSay = false;
        _saidAt = clock.GetTimestamp();
        var told = _ambience.Refresh(Shown.Moment.State, _connections);
        await Send(Bundles.Of([.. told.Select(t => new Delivery(t.Message, _views.In(t.View)))]));
    }

    /// <summary>Tells everyone to come back later, not all at once: the more there are, the longer the time over which they come.</summary>
    public void SendAway()
    {
        var spread = Math.Clamp(_connections.Count * 20, 1_000, 10_000);
        foreach (var connection in _connections)
        {
            connection.Send(Outgoing.GoingAway(500 + Random.Shared.Next(spread)));
        }
    }

    /// <summary>Ends all connections.</summary>
    public void Abort()
    {
        foreach (var connection in _connections)
        {
            connection.Abort();
        }
    }

    void SayEverything(Connection connection)
    {
        foreach (var ambient in connection.Views.Select(_ambience.Of).OfType<Outgoing>())
        {
            connection.SendFrame(ambient);
        }
    }

    static async Task Send(IReadOnlyCollection<KeyValuePair<Connection, Outgoing>> bundles)
    {
        var sent = 0;
        Metrics.Delivered(bundles.Count);
        foreach (var (connection, message) in bundles)
        {
            connection.SendFrame(message);
            if (++sent % SendsBeforeYield == 0)
            {
                await Task.Yield();
            }
        }
    }
}
