namespace Workshop.Server.Doorbell;

/// <summary>
/// The rings that came in and are not followed yet. Whatever is rung, and however often, a workshop's log is looked at no more than
/// ten times a second: the first ring counts at once, the next ones together when it is time.
/// </summary>
sealed class HeardRings(TimeProvider clock) : IDisposable
{
    /// <summary>The least time between two looks at one log.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly Lock _gate = new();
    readonly SemaphoreSlim _some = new(0, 1);
    readonly Dictionary<WorkshopId, long> _waiting = [];
    readonly Dictionary<WorkshopId, long> _followedAt = [];

    /// <summary>A log is said to have grown.</summary>
    public void Add(Ring ring)
    {
        lock (_gate)
        {
            _waiting[ring.Workshop] = Math.Max(ring.Seq, _waiting.GetValueOrDefault(ring.Workshop));
            if (_some.CurrentCount == 0)
            {
                _some.Release();
            }
        }
    }

    /// <summary>Those to be followed now.</summary>
    public IReadOnlyList<Ring> TakeDue()
    {
        lock (_gate)
        {
            foreach (var (workshop, _) in _followedAt.Where(f => clock.GetElapsedTime(f.Value) >= Pause).ToList())
            {
                _followedAt.Remove(workshop);
            }

            var due = _waiting.Where(w => !_followedAt.ContainsKey(w.Key)).Select(w => new Ring(w.Key, w.Value)).ToList();
            foreach (var ring in due)
            {
                _waiting.Remove(ring.Workshop);
                _followedAt[ring.Workshop] = clock.GetTimestamp();
            }

            return due;
        }
    }

    /// <summary>Waits until some may be due.</summary>
    public Task Wait(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _waiting.Count > 0
                ? Task.Delay(Pause / 4, clock, cancellation)
                : _some.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _some.Dispose();
}
