using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Workshop.Storage.Sqlite;

/// <summary>What an error of SQLite means to us.</summary>
static class Failures
{
    /// <summary>A key was taken: somebody else was first.</summary>
    public static bool IsConstraint(SqliteException e) => e.SqliteErrorCode == SQLITE_CONSTRAINT;

    /// <summary>
    /// What becomes of the whole transaction; null: the error is the fault of one statement. After an I/O error the file is never
    /// written again by this process: the kernel may have dropped what it could not write.
    /// </summary>
    public static Exception? OfDatabase(SqliteException e) => e switch
    {
        // Without room for another page of its shared index SQLite speaks of I/O, but nothing was lost.
        { SqliteErrorCode: SQLITE_FULL } or { SqliteExtendedErrorCode: SQLITE_IOERR_SHMSIZE } => new StorageUnavailableException("storage.full", e),
        { SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL } => new StorageUnavailableException("storage.busy", e),
        { SqliteErrorCode: SQLITE_IOERR or SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_NOMEM } =>
            new StorageFailedException(e),
        _ => null,
    };
}
