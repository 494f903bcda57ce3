using System.Threading.RateLimiting;

namespace Workshop.Server.Hub;

/// <summary>How often something may happen: so many a second, and a burst on top.</summary>
sealed record Rate(double PerSecond, double Burst)
{
    /// <summary>No limit.</summary>
    public static Rate Unlimited { get; } = new(double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>As the framework's limiter, for what is counted by person or address.</summary>
    public TokenBucketRateLimiterOptions AsTokenBucket() => double.IsPositiveInfinity(Burst)
        ? new() { TokenLimit = int.MaxValue, TokensPerPeriod = int.MaxValue, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }
        : new() { TokenLimit = (int)Burst, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1 / PerSecond), QueueLimit = 0 };
}

/// <summary>What is left of a rate. Safe to use from several threads.</summary>
sealed class Allowance(Rate rate, TimeProvider clock)
{
    readonly Lock _gate = new();
    double _left = rate.Burst;
    long _at = clock.GetTimestamp();

    /// <summary>Takes <paramref name="cost"/> of it; false: not enough is left.</summary>
    public bool TryTake(double cost = 1)
    {
        if (double.IsPositiveInfinity(rate.Burst))
        {
            return true;
        }

        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _left = Math.Min(rate.Burst, _left + (clock.GetElapsedTime(_at, now).TotalSeconds * rate.PerSecond));
            _at = now;
            if (_left < cost)
            {
                return false;
            }

            _left -= cost;
            return true;
        }
    }
}
