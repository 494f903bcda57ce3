using StackExchange.Redis;

namespace Workshop.Server.Doorbell;

/// <summary>How we use Redis: two commands, a prefix for the channels, and nothing that ever waits for long or piles up.</summary>
static class Redis
{
    /// <summary>The only commands that are sent; the user may be allowed nothing else.</summary>
    static readonly HashSet<string> Commands = ["PUBLISH", "SUBSCRIBE", "UNSUBSCRIBE", "PING", "ECHO", "AUTH", "HELLO", "CLIENT"];

    /// <summary>Where all nodes ring.</summary>
    public static RedisChannel Bell { get; } = RedisChannel.Literal("ring");

    /// <summary>Where a node listens to itself, to know that it would hear the others.</summary>
    public static RedisChannel EchoOf(string node) => RedisChannel.Literal($"echo:{node}");

    /// <summary>Reads a connection string; what we depend on can't be set by it.</summary>
    public static ConfigurationOptions Parse(string connection)
    {
        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(connection);
        }
        catch (ArgumentException)
        {
            // Never says what was given: there is a password in it.
            throw new SettingsException("The connection string of Redis can't be read; it should be like host:6379,user=NAME,password=SECRET.");
        }

        if (options.EndPoints.Count == 0)
        {
            throw new SettingsException("The connection string of Redis names no host.");
        }

        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.CommandMap = CommandMap.Create(Commands);
        options.TieBreaker = "";
        options.ConfigurationChannel = "";
        options.SetClientLibrary = false;
        options.ClientName = "workshop";
        options.ConnectTimeout = 2_000;
        options.AsyncTimeout = 1_000;
        options.KeepAlive = 2;
        options.ReconnectRetryPolicy = new LinearRetry(500);
        if (options.ChannelPrefix.IsNullOrEmpty)
        {
            options.ChannelPrefix = RedisChannel.Literal("ws:");
        }

        return options;
    }
}
