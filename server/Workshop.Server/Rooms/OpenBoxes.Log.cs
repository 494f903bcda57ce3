namespace Workshop.Server.Rooms;

sealed partial class OpenBoxes
{
    [LoggerMessage(121, LogLevel.Warning, "The ballots in open boxes could not be counted just now ({Code}).")]
    partial void LogUnavailable(string code);
}
