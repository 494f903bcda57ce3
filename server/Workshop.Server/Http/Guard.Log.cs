namespace Workshop.Server.Http;

sealed partial class Guard
{
    // No address: it can hold a join code.
    [LoggerMessage(300, LogLevel.Error, "Fault {Number}: a request failed.")]
    partial void LogFault(Exception fault, string number);
}
