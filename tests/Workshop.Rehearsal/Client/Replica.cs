namespace Workshop.Rehearsal.Client;

/// <summary>What became of a frame.</summary>
public enum FrameOutcome
{
    /// <summary>It brought nothing new, or was of a view that is not held.</summary>
    Ignored,
    /// <summary>Its records are in.</summary>
    Applied,
    /// <summary>The view is being fetched; the frame waits for it.</summary>
    Kept,
    /// <summary>Something is missing before it: the view must be fetched.</summary>
    Gap,
}

/// <summary>
/// What one connection knows: a map of records per view, kept by the frame rule. Knows nothing of workshops; safe to read while
/// frames come in.
/// </summary>
public sealed class Replica
{
    readonly Lock _gate = new();
    readonly Dictionary<string, ViewMap> _views = [];
    TaskCompletionSource _changed = NewSignal();

    /// <summary>Completes when something has changed after the call.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>The views held, with the place of the log that each shows; 0: not fetched yet.</summary>
    public IReadOnlyDictionary<string, long> Have
    {
        get
        {
            lock (_gate)
            {
                return _views.ToDictionary(v => v.Key, v => v.Value.Seq);
            }
        }
    }

    /// <summary>The records of a view, by id; empty while it is not held.</summary>
    public IReadOnlyDictionary<string, JsonElement> Records(string view)
    {
        lock (_gate)
        {
            return _views.TryGetValue(view, out var map)
                ? new Dictionary<string, JsonElement>(map.Records, StringComparer.Ordinal)
                : [];
        }
    }

    /// <summary>Holds these views from now on, and forgets all others with what they held.</summary>
    public void Hold(IReadOnlyCollection<string> views) => Change(() =>
    {
        foreach (var gone in _views.Keys.Except(views).ToList())
        {
            _views.Remove(gone);
        }

        foreach (var view in views)
        {
            _views.TryAdd(view, new());
        }
    });

    /// <summary>Begins to fetch a view: its frames wait until <see cref="Take(Snapshot)"/>.</summary>
    /// <returns>The place of the log to ask for; null: a fetch is under way and will see to it, or the view is not held.</returns>
    public long? BeginFetch(string view, long at)
    {
        lock (_gate)
        {
            return _views.TryGetValue(view, out var map) ? map.BeginFetch(at) : null;
        }
    }

    /// <summary>Takes a frame by the frame rule.</summary>
    public FrameOutcome Take(Frame frame)
    {
        var outcome = FrameOutcome.Ignored;
        Change(() => outcome = _views.TryGetValue(frame.View, out var map) ? map.Take(frame) : FrameOutcome.Ignored);
        return outcome;
    }

    /// <summary>Takes a fetched view, and then the frames that waited. False: something is still missing.</summary>
    public bool Take(Snapshot snapshot)
    {
        var whole = true;
        Change(() => whole = !_views.TryGetValue(snapshot.View, out var map) || map.Take(snapshot));
        return whole;
    }

    void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            (changed, _changed) = (_changed, NewSignal());
        }

        changed.SetResult();
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    sealed class ViewMap
    {
        /// <summary>The frames that wait while the view is fetched; null: it is not.</summary>
        List<Frame>? _waiting;
        long _wanted;

        public long Seq { get; private set; }
        public Dictionary<string, JsonElement> Records { get; private set; } = new(StringComparer.Ordinal);

        public long? BeginFetch(long at)
        {
            _wanted = Math.Max(_wanted, at);
            if (_waiting is not null)
            {
                return null;
            }

            _waiting = [];
            return _wanted;
        }

        public FrameOutcome Take(Frame frame)
        {
            if (_waiting is not null)
            {
                _waiting.Add(frame);
                return FrameOutcome.Kept;
            }

            if (frame.Seq <= Seq)
            {
                return FrameOutcome.Ignored;
            }

            if (frame.Prev > Seq)
            {
                return FrameOutcome.Gap;
            }

            foreach (var record in frame.Put)
            {
                Records[record.GetProperty("id").GetString()!] = record;
            }

            foreach (var id in frame.Drop)
            {
                Records.Remove(id);
            }

            Seq = frame.Seq;
            return FrameOutcome.Applied;
        }

        public bool Take(Snapshot snapshot)
        {
            var waiting = _waiting ?? [];
            _waiting = null;
            if (snapshot.Seq >= Seq)
            {
                Seq = snapshot.Seq;
                Records = snapshot.Records.ToDictionary(r => r.GetProperty("id").GetString()!, StringComparer.Ordinal);
            }

            foreach (var frame in waiting)
            {
                if (Take(frame) == FrameOutcome.Gap)
                {
                    _wanted = Math.Max(_wanted, frame.Seq);
                }
            }

            return Seq >= _wanted;
        }
    }
}
