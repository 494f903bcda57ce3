namespace Workshop.Server.Rooms;

sealed partial class LogTail
{
    [LoggerMessage(120, LogLevel.Warning, "The logs could not be read just now ({Code}).")]
    partial void LogUnavailable(string code);
}
