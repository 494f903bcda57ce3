namespace Workshop.Server.Accounts;

sealed partial class KeyRingWatch
{
    [LoggerMessage(600, LogLevel.Warning, "The keys of cookies are gone from the database: everyone with an account must sign in again.")]
    partial void LogGone();

    [LoggerMessage(601, LogLevel.Warning, "None of the keys of cookies could be used, so that a new one was made: everyone with an account may have to sign in again. Is --key-certificate the one that they were encrypted with?")]
    partial void LogUnused();
}
