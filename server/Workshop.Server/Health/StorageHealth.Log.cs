using Workshop.Core.Wire;

namespace Workshop.Server.Health;

sealed partial class StorageHealth
{
    [LoggerMessage(402, LogLevel.Warning, "Saving does not go well: {Trouble}.")]
    partial void LogTrouble(StorageTrouble trouble);

    [LoggerMessage(403, LogLevel.Information, "Saving goes well again.")]
    partial void LogWorks();
}
