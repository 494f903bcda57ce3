using System.Data.Common;

namespace Workshop.Storage;

/// <summary>
/// The database under the log and everything beside it: one for each dialect. What is stored, and how it is asked for, is the
/// same for all; how a transaction is kept, and what an error means, is each one's own.
/// </summary>
public interface IDatabase : IDisposable
{
    /// <summary>
    /// Completes, with the cause, when the database has failed: nothing more is written, and the process should end with 75. Never
    /// completes otherwise.
    /// </summary>
    Task<StorageFailedException> Failure { get; }

    /// <summary>Whether the database can be read and has not failed; throws what stands in the way.</summary>
    Task Check(CancellationToken cancellation);

    /// <summary>What time the database has, UTC: the one that all nodes share.</summary>
    Task<DateTimeOffset> Now(CancellationToken cancellation);

    /// <summary>The statements in the database's dialect.</summary>
    internal IStatements Statements { get; }

    /// <summary>Runs queries on a connection of their own.</summary>
    /// <param name="query">Reads only; may go on for a while after the caller was told that it takes too long.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="isLong">It may read a whole log, which takes longer than anyone should wait for other things.</param>
    internal Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation, bool isLong = false);

    /// <summary>
    /// Runs <paramref name="work"/> in a durable transaction, on another thread; again only after all of it was rolled back. Once
    /// begun it cannot be cancelled. False: it broke a constraint and was rolled back.
    /// </summary>
    internal Task<bool> Write(Action<IWriteConnection> work, CancellationToken cancellation);
}

/// <summary>A connection within the transaction of one call.</summary>
interface IWriteConnection
{
    /// <summary>For statements by Dapper.</summary>
    DbConnection Db { get; }

    /// <summary>The statements in the database's dialect.</summary>
    IStatements Statements { get; }

    /// <summary>Appends a row to a log.</summary>
    void Append(Commit commit);

    /// <summary>Deletes what is in a box, so that as little of it stays behind as the database allows.</summary>
    void DeleteItems(string box);
}
