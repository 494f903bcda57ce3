using Workshop.Core.Wire;
using Workshop.Server.Hub;

namespace Workshop.Server.Rooms;

/// <summary>What can be read of a room outside its loop.</summary>
/// <param name="Moment">What all its views show.</param>
/// <param name="Views">The records of its shared views.</param>
/// <param name="Snapshots">Those views whole, as they are sent.</param>
sealed record Shown(Moment Moment, ImmutableDictionary<View, KeptView> Views, Snapshots Snapshots)
{
    /// <summary>Of a workshop that nobody knows.</summary>
    public static Shown Nothing { get; } = At(Moment.Start, new(TimeProvider.System));

    /// <summary>A moment of which nobody has asked for a view yet.</summary>
    public static Shown At(Moment moment, Snapshots snapshots) => new(moment, ImmutableDictionary<View, KeptView>.Empty, snapshots);
}

/// <summary>The records of a view as the JSON that is sent.</summary>
/// <param name="Changed">The place of the log at which they last changed.</param>
/// <param name="Records">By id.</param>
sealed record KeptView(long Changed, ImmutableDictionary<string, ReadOnlyMemory<byte>> Records);

/// <summary>What goes to whom after a change.</summary>
readonly record struct Delivery(Outgoing Message, IReadOnlyCollection<Connection> To);

/// <summary>
/// The views of a room that somebody has asked for, kept as bytes. What events touched is projected before and after; what differs
/// from the bytes is a frame. Used by the room's loop alone, but for <see cref="Shown"/>.
/// </summary>
sealed class Views(TimeProvider clock)
{
    readonly Dictionary<View, Live> _live = [];
    volatile Shown _shown = Shown.At(Moment.Start, new(clock));

    /// <summary>The moment that all views show.</summary>
    public Shown Shown => _shown;

    /// <summary>Starts from a log that was just read: nobody has any of its views yet.</summary>
    public void Start(Moment moment) => _shown = _shown with { Moment = moment };

    /// <summary>Shows a later moment: a message for each view that looks different now.</summary>
    public IReadOnlyList<Delivery> Show(Moment now, IReadOnlySet<Subject> touched)
    {
        var changes = new Dictionary<Live, Changes>();
        foreach (var subject in touched)
        {
            var present = new HashSet<(View, string)>();
            foreach (var (view, record) in Projection.Of(now.State, now.People, subject))
            {
                if (Kept(view) is { } live)
                {
                    present.Add((view, record.Id));
                    Put(changes, live, record.Id, Outgoing.Record(record));
                }
            }

            foreach (var (view, record) in Projection.Of(_shown.Moment.State, _shown.Moment.People, subject))
            {
                if (Kept(view) is { } live && !present.Contains((view, record.Id)))
                {
                    Drop(changes, live, record.Id);
                }
            }
        }

        var deliveries = changes.Select(c => c.Key.Advance(now.Seq, c.Value)).ToList();
        var shared = changes.Keys.Where(l => !IsPersonal(l.View)).Select(l => KeyValuePair.Create(l.View, l.Kept));
        _shown = _shown with { Moment = now, Views = _shown.Views.SetItems(shared) };
        return deliveries;
    }

    /// <summary>Keeps a view from now on; a shared one can be read in <see cref="Shown"/>.</summary>
    public void Keep(View view) => Open(view);

    /// <summary>Gives a connection exactly these views, and what it has missed in each.</summary>
    /// <param name="connection">Whose.</param>
    /// <param name="since">View to the place of the log that the client holds.</param>
    /// <param name="isSameBuild">Whether the client's records were made by these projections.</param>
    public void Join(Connection connection, IReadOnlyDictionary<View, long> since, bool isSameBuild)
    {
        Leave(connection);
        connection.Views = [.. since.Keys];
        foreach (var (view, seq) in since)
        {
            var live = Open(view);
            live.Joined.Add(connection);
            if (isSameBuild && seq <= _shown.Moment.Seq && live.Ring.After(seq) is { } missed)
            {
                if (missed.Count > 0)
                {
                    connection.SendFrame(Outgoing.Together(missed));
                }
            }
            else
            {
                connection.Send(Outgoing.Fetch(view, _shown.Moment.Seq));
            }
        }
    }

    /// <summary>Takes all views from a connection.</summary>
    public void Leave(Connection connection)
    {
        foreach (var view in connection.Views)
        {
            _live.GetValueOrDefault(view)?.Joined.Remove(connection);
        }

        connection.Views = [];
    }

    /// <summary>Those who have joined a view.</summary>
    public IReadOnlyCollection<Connection> In(View view) => _live.GetValueOrDefault(view)?.Joined ?? [];

    Live Open(View view)
    {
        if (_live.TryGetValue(view, out var live))
        {
            return live;
        }

        var moment = _shown.Moment;
        var records = Projection.Of(moment.State, moment.People, view).ToImmutableDictionary(r => r.Id, Outgoing.Record, StringComparer.Ordinal);
        _live[view] = live = new(view, new(moment.Seq, records));
        if (!IsPersonal(view))
        {
            _shown = _shown with { Views = _shown.Views.Add(view, live.Kept) };
        }

        return live;
    }

    /// <summary>The view, if its bytes are kept. A personal one that changes while nobody looks is forgotten.</summary>
    Live? Kept(View view)
    {
        var live = _live.GetValueOrDefault(view);
        if (live is { Joined.Count: 0 } && IsPersonal(view))
        {
            _live.Remove(view);
            return null;
        }

        return live;
    }

    static void Put(Dictionary<Live, Changes> changes, Live live, string id, ReadOnlyMemory<byte> record)
    {
        if (!live.Kept.Records.TryGetValue(id, out var before) || !before.Span.SequenceEqual(record.Span))
        {
            Of(changes, live).Put[id] = record;
        }
    }

    static void Drop(Dictionary<Live, Changes> changes, Live live, string id)
    {
        if (live.Kept.Records.ContainsKey(id))
        {
            Of(changes, live).Drop.Add(id);
        }
    }

    static Changes Of(Dictionary<Live, Changes> changes, Live live) =>
        changes.TryGetValue(live, out var found) ? found : changes[live] = new();

    static bool IsPersonal(View view) => view.Person is not null;

    sealed class Changes
    {
        public Dictionary<string, ReadOnlyMemory<byte>> Put { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Drop { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>A view that is kept: its records, its last frames, who has joined it.</summary>
    sealed class Live(View view, KeptView kept)
    {
        public View View => view;
        public KeptView Kept { get; private set; } = kept;
        public FrameRing Ring { get; } = new(kept.Changed);
        public HashSet<Connection> Joined { get; } = [];

        public Delivery Advance(long seq, Changes changes)
        {
            var frame = Outgoing.Frame(view, Kept.Changed, seq, changes.Put.Values, changes.Drop);
            Kept = new(seq, Kept.Records.SetItems(changes.Put).RemoveRange(changes.Drop));
            if (frame.Size <= FrameRing.MostPushed)
            {
                Ring.Add(seq, frame);
                return new(frame, Joined);
            }

            Ring.StartAt(seq);
            return new(Outgoing.Fetch(view, seq), Joined);
        }
    }
}
