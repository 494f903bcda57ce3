namespace Workshop.Server.Doorbell;

sealed partial class RedisLine
{
    [LoggerMessage(500, LogLevel.Warning, "Redis {What}; nodes look at the logs' tails until it works again.")]
    partial void LogAway(string what);

    [LoggerMessage(501, LogLevel.Information, "Redis carries rings between the nodes.")]
    partial void LogBack();

    [LoggerMessage(502, LogLevel.Warning, "{Count} messages in Redis were no rings and were ignored: somebody else publishes there.")]
    partial void LogIgnored(string count);
}
