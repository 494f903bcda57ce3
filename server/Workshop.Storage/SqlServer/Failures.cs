using Microsoft.Data.SqlClient;

namespace Workshop.Storage.SqlServer;

/// <summary>
/// What an error of SQL Server means to us. None of them ends the process: nothing of the database lies in it, and when the server
/// answers again everything goes on.
/// </summary>
static class Failures
{
    /// <summary>A key was taken: somebody else was first.</summary>
    public static bool IsConstraint(SqlException e) => e.Number is 2627 or 2601;

    /// <summary>The server has chosen this transaction to end a deadlock, and has rolled back all of it.</summary>
    public static bool IsDeadlock(SqlException e) => e.Number == 1205;

    /// <summary>The error is one of the server or of the way to it, not the fault of a statement; null: it is the statement's.</summary>
    public static StorageUnavailableException? OfDatabase(Exception e) => e switch
    {
        // No room in a file group, or in the log.
        SqlException { Number: 1101 or 1105 or 9002 } => new("storage.full", e),
        SqlException { Number:
            -2 or 1222 or 1205                  // it took too long: for us, for a lock, for a deadlock
            or 4060 or 18456 or 18451 or 18461  // nobody is let in just now
            or 927 or 945 or 976 or 983 or 3906 // the database is being restored, moved to another server, or read-only
        } => new("storage.busy", e),
        // Resources, the database's own faults, connections that ended.
        SqlException { Class: >= 17 } => new("storage.busy", e),
        // No connection of the pool became free.
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" or "Microsoft.Data.SqlClient.Internal" } => new("storage.busy", e),
        TimeoutException => new("storage.busy", e),
        _ => null,
    };
}
