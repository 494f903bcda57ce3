namespace Workshop.Server.Rooms;

sealed partial class Room
{
    [LoggerMessage(110, LogLevel.Error, "The room of workshop {Workshop} broke; it is read anew when somebody comes.")]
    partial void LogBroken(Exception fault, WorkshopId workshop);

    [LoggerMessage(111, LogLevel.Error, "A newer release has written workshop {Workshop}: this node does not serve it.")]
    partial void LogNewerVersion(WorkshopId workshop);

    [LoggerMessage(112, LogLevel.Information, "The room of workshop {Workshop} has read {Commits} commits in {Milliseconds} ms.")]
    partial void LogRead(WorkshopId workshop, long commits, long milliseconds);

    [LoggerMessage(113, LogLevel.Information, "The room of workshop {Workshop} has ended: nobody needs it.")]
    partial void LogEnded(WorkshopId workshop);
}
