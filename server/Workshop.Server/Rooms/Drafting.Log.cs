namespace Workshop.Server.Rooms;

sealed partial class Drafting
{
    [LoggerMessage(100, LogLevel.Error, "Fault {Number}: deciding {Command} in workshop {Workshop} failed.")]
    partial void LogFault(Exception fault, string number, string command, WorkshopId workshop);
}
