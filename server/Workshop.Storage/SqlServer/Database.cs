using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Workshop.Storage.SqlServer;

/// <summary>
/// A database of SQL Server, which any number of nodes on any number of hosts may have open. While the server can't be reached
/// calls fail within three seconds, and nothing else does: when it answers again everything goes on.
/// </summary>
public sealed class Database : IDatabase
{
    static readonly Statements Dialect = new();
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    static readonly TimeSpan PatienceForALog = TimeSpan.FromSeconds(30);

    readonly string _connection;
    readonly Writers _writers;
    int _closed;

    Database(string connection)
    {
        _connection = connection;
        _writers = new(connection);
    }

    /// <inheritdoc/>
    public Task<StorageFailedException> Failure { get; } = new TaskCompletionSource<StorageFailedException>().Task;

    /// <inheritdoc/>
    IStatements IDatabase.Statements => Dialect;

    /// <summary>Opens a database that exists, and brings it to this release where that is needed and allowed.</summary>
    /// <param name="connection">A connection string. It holds a password: nothing here says it to anyone.</param>
    /// <exception cref="DatabaseUnusableException">It can't be used; nothing was changed.</exception>
    public static Database Open(string connection)
    {
        var prepared = Prepare(connection);
        Opening.Prepare(prepared);
        return new(prepared);
    }

    /// <summary>Whether SqlClient can read it.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return new SqlConnectionStringBuilder(text) is { DataSource.Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task Check(CancellationToken cancellation) =>
        Read(db => db.QuerySingleAsync<string>(new(Dialect.OldestRelease, cancellationToken: cancellation)), Patience, cancellation);

    /// <inheritdoc/>
    public async Task<DateTimeOffset> Now(CancellationToken cancellation) => new(
        await Read(db => db.QuerySingleAsync<DateTime>(new(Statements.Now, cancellationToken: cancellation)), Patience, cancellation), TimeSpan.Zero);

    /// <inheritdoc/>
    async Task<T> IDatabase.Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation, bool isLong)
    {
        if (isLong)
        {
            // A server that can't be reached must not be waited for as long as a log may take.
            await Read(db => db.QuerySingleAsync<int>(new(Statements.Ping, cancellationToken: cancellation)), Patience, cancellation);
        }

        return await Read(query, isLong ? PatienceForALog : Patience, cancellation);
    }

    /// <inheritdoc/>
    Task<bool> IDatabase.Write(Action<IWriteConnection> work, CancellationToken cancellation) => _writers.Write(work, cancellation);

    /// <summary>Writes what waits, and closes.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        _writers.Dispose();
        using var any = new SqlConnection(_connection);
        SqlConnection.ClearPool(any);
    }

    /// <summary>SqlClient waits for a silent server longer than it is told to; the caller does not.</summary>
    async Task<T> Read<T>(Func<DbConnection, Task<T>> query, TimeSpan patience, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_closed != 0, this);
        try
        {
            return await Task.Run(() => Read(query), cancellation).WaitAsync(patience, cancellation);
        }
        catch (Exception e) when (Failures.OfDatabase(e) is not null)
        {
            throw Failures.OfDatabase(e)!;
        }
    }

    /// <summary>Once more where the pool had kept a connection that the server no longer knows: reading twice does no harm.</summary>
    async Task<T> Read<T>(Func<DbConnection, Task<T>> query)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            await using var db = new SqlConnection(_connection);
            try
            {
                await db.OpenAsync();
                return await query(db);
            }
            catch (SqlException e) when (isFirst && (Failures.IsDeadlock(e) || e.Class >= 20))
            {
                SqlConnection.ClearPool(db);
            }
        }
    }

    /// <summary>What is ours to choose: when to give up and what to try again. Everything else is as the operator wrote it.</summary>
    static string Prepare(string connection) => new SqlConnectionStringBuilder(connection)
    {
        ApplicationName = "Workshop",
        ConnectTimeout = 5,
        CommandTimeout = 30,
        ConnectRetryCount = 0,
        PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock,
        MultipleActiveResultSets = false,
    }.ConnectionString;
}
