using StackExchange.Redis;

namespace Workshop.Server.Doorbell;

/// <summary>Puts the doorbell between nodes together.</summary>
static class Composition
{
    /// <summary>Redis, or nothing but the look at the logs' tails every half second.</summary>
    public static IServiceCollection AddDoorbell(this IServiceCollection services, ConfigurationOptions? redis)
    {
        services.AddSingleton(_ => new RingsToSend(isCarried: redis is not null));
        return redis is null ? services : services
            .AddSingleton(redis)
            .AddSingleton<HeardRings>()
            .AddSingleton<RingCounts>()
            .AddHostedService<RedisLine>();
    }
}
