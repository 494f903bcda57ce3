using System.Globalization;
using StackExchange.Redis;
using Workshop.Server.Health;
using Workshop.Server.Rooms;

namespace Workshop.Server.Doorbell;

/// <summary>
/// Carries rings between the nodes by Redis. Nothing waits for it: what it does not take in time is left to the look at the logs'
/// tails every half second, and asked of it again once a second. It is trusted with nothing: a message can only make this node look
/// at a log.
/// </summary>
sealed partial class RedisLine(
    ConfigurationOptions options, RingsToSend toSend, HeardRings heard, RingCounts counts, LoadedRooms rooms, NodeHealth health, TimeProvider clock, ILogger<RedisLine> logger)
    : BackgroundService
{
    const string Subject = "redis";

    static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);
    static readonly TimeSpan StartAnew = TimeSpan.FromSeconds(10);

    readonly string _node = Guid.NewGuid().ToString("n");
    long _heardMyselfAt = clock.GetTimestamp();
    long _announced;
    bool _isWell = true;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Follow(stoppingToken), Carry(stoppingToken));

    async Task Carry(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
                _heardMyselfAt = clock.GetTimestamp();
                await Listen(redis.GetSubscriber());
                await CarryBy(redis.GetSubscriber(), stopping);
            }
            catch (Exception e) when (e is RedisException or TimeoutException or System.Net.Sockets.SocketException)
            {
                Complain(WhatIsWrong(e));
            }

            await Task.Delay(Pause, clock, stopping);
        }
    }

    /// <summary>Ends when the connection seems sound and brings nothing: then only a new one helps.</summary>
    async Task CarryBy(ISubscriber subscriber, CancellationToken stopping)
    {
        var echoedAt = long.MinValue;
        while (true)
        {
            await (_isWell ? toSend.Wait(Pause, stopping) : Task.Delay(Pause, clock, stopping));
            try
            {
                if (echoedAt == long.MinValue || clock.GetElapsedTime(echoedAt) >= Pause / 2)
                {
                    echoedAt = clock.GetTimestamp();
                    await subscriber.PublishAsync(Redis.EchoOf(_node), RedisValue.EmptyString).WaitAsync(Budget, clock, stopping);
                }

                await Send(subscriber, stopping);
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                counts.Failed();
                Complain(WhatIsWrong(e));
                continue;
            }

            var silence = clock.GetElapsedTime(Volatile.Read(ref _heardMyselfAt));
            if (silence > StartAnew)
            {
                return;
            }

            if (silence > LongestSilence)
            {
                Complain("takes messages and delivers none");
            }
            else
            {
                Resolve();
            }

            SayWhatWasIgnored();
        }
    }

    async Task Send(ISubscriber subscriber, CancellationToken stopping)
    {
        var rings = toSend.Take();
        await Task.WhenAll(rings.Select(ring => subscriber.PublishAsync(Redis.Bell, ring.ToBytes()))).WaitAsync(Budget, clock, stopping);
        counts.Sent(rings.Count);
    }

    /// <summary>A subscription is remembered by the client and made again with each connection, also if there is none yet.</summary>
    async Task Listen(ISubscriber subscriber)
    {
        await subscriber.SubscribeAsync(Redis.Bell, (_, message) => Hear(message), CommandFlags.FireAndForget);
        await subscriber.SubscribeAsync(
            Redis.EchoOf(_node), (_, _) => Volatile.Write(ref _heardMyselfAt, clock.GetTimestamp()), CommandFlags.FireAndForget);
    }

    void Hear(RedisValue message)
    {
        if (message.Length() > int.MaxValue || Ring.Read(((ReadOnlyMemory<byte>)message).Span) is not { } ring)
        {
            counts.Ignore();
        }
        else if (rooms.Find(ring.Workshop) is { } room && ring.Seq > room.Shown.Moment.Seq)
        {
            counts.Heard();
            heard.Add(ring);
        }
    }

    async Task Follow(CancellationToken stopping)
    {
        while (true)
        {
            await heard.Wait(stopping);
            foreach (var ring in heard.TakeDue())
            {
                // A room that is full of commands reads the log with them.
                rooms.Find(ring.Workshop)?.TryPost(new Behind(ring.Seq));
            }
        }
    }

    static string WhatIsWrong(Exception e) => e switch
    {
        _ when Causes(e).Any(c => c is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }) => "refuses our user or password",
        RedisConnectionException => "can't be reached",
        RedisServerException => "refuses what we send",
        _ => "does not answer in time",
    };

    static IEnumerable<Exception> Causes(Exception? e) => e switch
    {
        null => [],
        AggregateException all => all.InnerExceptions.SelectMany(Causes),
        _ => Causes(e.InnerException).Prepend(e),
    };

    void Complain(string what)
    {
        health.Degrade(Subject, $"Redis {what}: other nodes show what happens here up to half a second later.");
        if (_isWell)
        {
            _isWell = false;
            LogAway(what);
        }
    }

    void Resolve()
    {
        health.Resolve(Subject);
        if (!_isWell)
        {
            _isWell = true;
            LogBack();
        }
    }

    void SayWhatWasIgnored()
    {
        if (counts.Ignored is var ignored && ignored != _announced)
        {
            LogIgnored((ignored - _announced).ToString(CultureInfo.InvariantCulture));
            _announced = ignored;
        }
    }
}
