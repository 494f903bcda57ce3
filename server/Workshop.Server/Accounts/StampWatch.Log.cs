namespace Workshop.Server.Accounts;

sealed partial class StampWatch
{
    [LoggerMessage(500, LogLevel.Warning, "The sign-ins of connected accounts could not be checked just now ({Code}).")]
    partial void LogUnavailable(string code);
}
