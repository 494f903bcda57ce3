namespace Workshop.Server.Doorbell;

/// <summary>
/// The rings that rooms leave behind after a commit, for whoever carries them to the other nodes. Leaving one costs a room nothing
/// and never waits: of each log only the newest place is kept.
/// </summary>
/// <param name="isCarried">Whether there is anyone to carry them: a node on its own tells nobody.</param>
sealed class RingsToSend(bool isCarried) : IDisposable
{
    readonly Lock _gate = new();
    readonly SemaphoreSlim _some = new(0, 1);
    Dictionary<WorkshopId, long> _waiting = [];

    /// <summary>A log has grown.</summary>
    public void Add(Ring ring)
    {
        if (!isCarried)
        {
            return;
        }

        lock (_gate)
        {
            _waiting[ring.Workshop] = ring.Seq;
            if (_some.CurrentCount == 0)
            {
                _some.Release();
            }
        }
    }

    /// <summary>Waits until there are some, but no longer than this.</summary>
    public Task Wait(TimeSpan longest, CancellationToken cancellation) => _some.WaitAsync(longest, cancellation);

    /// <summary>Takes all of them.</summary>
    public IReadOnlyList<Ring> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = [];
            return [.. taken.Select(r => new Ring(r.Key, r.Value))];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _some.Dispose();
}
