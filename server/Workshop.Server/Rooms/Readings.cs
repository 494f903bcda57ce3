using System.Threading.RateLimiting;

namespace Workshop.Server.Rooms;

/// <summary>How fast each person may fetch views: one that is asked for at a place that the room has not reached makes it read the log.</summary>
sealed class Readings : IDisposable
{
    readonly PartitionedRateLimiter<Actor> _people = PartitionedRateLimiter.Create<Actor, string>(
        actor => RateLimitPartition.GetTokenBucketLimiter(actor.LogName, _ => HostLimits.Readings.AsTokenBucket()));

    /// <summary>Takes one; false: too fast.</summary>
    public bool TryTake(Actor actor)
    {
        using var lease = _people.AttemptAcquire(actor);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => _people.Dispose();
}
