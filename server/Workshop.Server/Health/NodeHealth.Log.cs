namespace Workshop.Server.Health;

sealed partial class NodeHealth
{
    [LoggerMessage(400, LogLevel.Critical, "The database failed: the process ends, and a restart decides by the log.")]
    partial void LogFailed(Exception failure);
}
