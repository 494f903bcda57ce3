namespace Workshop.Server.Rooms;

sealed partial class Attendants
{
    [LoggerMessage(122, LogLevel.Warning, "Who is connected could not be exchanged with other nodes just now ({Code}).")]
    partial void LogUnavailable(string code);
}
