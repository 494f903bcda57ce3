namespace Workshop.Server.Hub;

sealed partial class MeteredProtocol
{
    [LoggerMessage(200, LogLevel.Warning, "A connection sent too many messages and was closed.")]
    partial void LogFlood();
}
