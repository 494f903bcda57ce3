using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Workshop.Storage.Sqlite;

/// <summary>
/// The SQLite database in a data folder. Any number of processes on one host may have it open; each has one thread that writes,
/// and reads on connections of their own, which never wait for a writer.
/// </summary>
public sealed class Database : IDatabase
{
    /// <summary>The file's name in the data folder; SQLite keeps <c>-wal</c> and <c>-shm</c> beside it.</summary>
    public const string FileName = "workshop.db";

    static readonly Statements Dialect = new();

    readonly string _reading;
    readonly Writer _writer;
    readonly HostClaim _claim;
    int _closed;

    Database(string path, HostClaim claim)
    {
        Path = path;
        _reading = $"Data Source={path};Mode=ReadOnly;Default Timeout=2";
        _writer = new(new(path));
        _claim = claim;
        _claim.Hold(lost => _writer.Fail(new(lost)));
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public Task<StorageFailedException> Failure => _writer.Failure;

    /// <inheritdoc/>
    IStatements IDatabase.Statements => Dialect;

    /// <summary>Opens the database of a data folder, and makes both where they are missing. Takes as long as reading the file does.</summary>
    /// <exception cref="DatabaseUnusableException">It can't be used; nothing was changed.</exception>
    public static Database Open(string folder)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), FileName);
        var claim = HostClaim.Begin(path);
        Opening.Prepare(path);
        return new(path, claim);
    }

    /// <inheritdoc/>
    public async Task Check(CancellationToken cancellation)
    {
        if (Failure.IsCompletedSuccessfully)
        {
            throw await Failure;
        }

        await Read(db => db.QuerySingleAsync<string>(new(Dialect.OldestRelease, cancellationToken: cancellation)), cancellation);
    }

    /// <summary>The host's: a file is opened by processes of one host alone.</summary>
    public Task<DateTimeOffset> Now(CancellationToken cancellation) => Task.FromResult(TimeProvider.System.GetUtcNow());

    /// <summary>Writes what waits, and closes.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        using var any = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(any);
        _writer.Dispose();
        _claim.Dispose();
    }

    /// <inheritdoc/>
    Task<T> IDatabase.Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation, bool isLong) => Read(query, cancellation);

    /// <inheritdoc/>
    Task<bool> IDatabase.Write(Action<IWriteConnection> work, CancellationToken cancellation) => _writer.Write(work, cancellation);

    /// <summary>SQLite works in the calling thread, so a read is given one of the pool's. All that it reads is of one moment.</summary>
    Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            ObjectDisposedException.ThrowIf(_closed != 0, this);
            try
            {
                await using var db = new SqliteConnection(_reading);
                db.Open();
                await using var moment = db.BeginTransaction(deferred: true);
                return await query(db);
            }
            catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN && File.Exists(Path))
            {
                // The process has as many files open as it may have: who comes now waits, those who are here go on.
                throw new StorageUnavailableException("storage.busy", e);
            }
            catch (SqliteException e) when (Failures.OfDatabase(e) is not null)
            {
                throw Failures.OfDatabase(e)!;
            }
        },
        cancellation);
}
