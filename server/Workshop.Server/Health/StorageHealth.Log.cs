using Workshop.Core.Wire;

namespace Workshop.Server.Health;

sealed partial class StorageHealth
{
    [LoggerMessage(410, LogLevel.Warning, "Saving does not go well: {Trouble}.")]
    partial void LogTrouble(StorageTrouble trouble);

    [LoggerMessage(411, LogLevel.Information, "Saving goes well again.")]
    partial void LogWorks();
}
