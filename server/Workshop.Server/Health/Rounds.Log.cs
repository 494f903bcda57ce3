namespace Workshop.Server.Health;

sealed partial class Rounds
{
    [LoggerMessage(401, LogLevel.Warning, "Could not {What} just now ({Code}).")]
    partial void LogLeftOut(string what, string code);
}
