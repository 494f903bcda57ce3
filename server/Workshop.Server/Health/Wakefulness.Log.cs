namespace Workshop.Server.Health;

sealed partial class Wakefulness
{
    [LoggerMessage(403, LogLevel.Warning, "This process was held up for {Seconds} s: it reads what it missed, and everyone connects anew.")]
    partial void LogSlept(int seconds);
}
