using System.Net;
using System.Threading.RateLimiting;
using Workshop.Server.Http;

namespace Workshop.Server.Hub;

/// <summary>
/// How many may be at the hub: counted from the moment a socket opens and not from its handshake, by node, workshop, address and
/// person, so that nobody takes the places of others by opening sockets and saying nothing.
/// </summary>
sealed class Places : IDisposable
{
    readonly PartitionedRateLimiter<Place> _open;
    readonly PartitionedRateLimiter<Place> _opening;
    readonly HubSettings _settings;

    readonly Lock _gate = new();
    readonly Dictionary<IPAddress, LinkedList<HttpContext>> _silent = [];

    public Places(HubSettings settings)
    {
        _settings = settings;
        _open = PartitionedRateLimiter.CreateChained(
            By(_ => 0, settings.MostOnNode),
            By(p => p.Workshop, settings.MostPerWorkshop),
            By(p => p.Address, settings.MostPerAddress),
            By(p => (p.Workshop, p.Person), settings.MostPerPerson));
        _opening = PartitionedRateLimiter.Create<Place, (WorkshopId, PersonId)>(place => RateLimitPartition.GetTokenBucketLimiter(
            (place.Workshop, place.Person), _ => settings.Openings.AsTokenBucket()));
    }

    /// <summary>Whether this person opens connections no faster than a browser that has lost its own.</summary>
    public bool MayOpen(Place place)
    {
        using var lease = _opening.AttemptAcquire(place);
        return lease.IsAcquired;
    }

    /// <summary>Whether there is a place just now.</summary>
    public bool IsFree(Place place)
    {
        using var lease = _open.AttemptAcquire(place);
        return lease.IsAcquired;
    }

    /// <summary>A place for as long as what comes back is not disposed of; null: there is none.</summary>
    public IDisposable? Take(Place place)
    {
        var lease = _open.AttemptAcquire(place);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    /// <summary>
    /// Notes a socket that has not shaken hands. When there are too many of an address, the one that has been silent for longest is
    /// closed: a browser shakes hands at once, so it is none of theirs.
    /// </summary>
    public IDisposable WaitForHandshake(Place place, HttpContext http)
    {
        HttpContext? longest = null;
        LinkedListNode<HttpContext> node;
        lock (_gate)
        {
            var silent = _silent.TryGetValue(place.Address, out var known) ? known : _silent[place.Address] = new();
            if (silent.Count >= _settings.MostSilentPerAddress)
            {
                longest = silent.First!.Value;
                silent.RemoveFirst();
            }

            node = silent.AddLast(http);
        }

        longest?.Abort();
        return new Once(() => Forget(place.Address, node));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _open.Dispose();
        _opening.Dispose();
    }

    void Forget(IPAddress address, LinkedListNode<HttpContext> node)
    {
        lock (_gate)
        {
            node.List?.Remove(node);
            if (_silent.TryGetValue(address, out var silent) && silent.Count == 0)
            {
                _silent.Remove(address);
            }
        }
    }

    static PartitionedRateLimiter<Place> By<TKey>(Func<Place, TKey> key, int most)
        where TKey : notnull =>
        PartitionedRateLimiter.Create<Place, TKey>(place => RateLimitPartition.GetConcurrencyLimiter(
            key(place), _ => new() { PermitLimit = most, QueueLimit = 0 }));

    sealed class Once(Action end) : IDisposable
    {
        Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}

/// <summary>What a connection takes up, and of whom.</summary>
/// <param name="Workshop">Which it reaches.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Address">Where it comes from: of IPv6 the network, since whoever has one address of it has all.</param>
readonly record struct Place(WorkshopId Workshop, PersonId Person, IPAddress Address)
{
    /// <summary>The place that a request of this visitor asks for.</summary>
    public static Place Of(Visitor visitor, HttpContext http) => new(visitor.Workshop, visitor.Person, Networks.Of(http.Connection.RemoteIpAddress));
}
