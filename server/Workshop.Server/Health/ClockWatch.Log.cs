namespace Workshop.Server.Health;

sealed partial class ClockWatch
{
    [LoggerMessage(404, LogLevel.Warning, "This machine's clock and the database's differ by {Seconds} s: the database's counts.")]
    partial void LogDiffers(double seconds);
}
