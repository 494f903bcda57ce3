using Microsoft.Data.Sqlite;

namespace Workshop.Storage.Sqlite;

/// <summary>
/// The SQLite database in a data folder. Any number of processes on one host may have it open; each has one thread that writes,
/// and reads on connections of their own, which never wait for a writer.
/// </summary>
public sealed class Database : IDisposable
{
    /// <summary>The file's name in the data folder; SQLite keeps <c>-wal</c> and <c>-shm</c> beside it.</summary>
    public const string FileName = "workshop.db";

    readonly string _reading;
    int _closed;

    Database(string path)
    {
        Path = path;
        _reading = $"Data Source={path};Mode=ReadOnly;Default Timeout=2";
        Writer = new(new(path));
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>
    /// Completes, with the cause, when the database has failed: nothing more is written, and the process should end with 75. Never
    /// completes otherwise.
    /// </summary>
    public Task<StorageFailedException> Failure => Writer.Failure;

    internal Writer Writer { get; }

    /// <summary>Opens the database of a data folder, and makes both where they are missing. Takes as long as reading the file does.</summary>
    /// <exception cref="DatabaseUnusableException">It can't be used; nothing was changed.</exception>
    public static Database Open(string folder)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), FileName);
        Opening.Prepare(path);
        return new(path);
    }

    /// <summary>Whether the database can be read and has not failed; throws what stands in the way.</summary>
    public async Task Check(CancellationToken cancellation)
    {
        if (Failure.IsCompletedSuccessfully)
        {
            throw await Failure;
        }

        await Read(db => db.QuerySingleAsync<string>(new(Statements.OldestRelease, cancellationToken: cancellation)), cancellation);
    }

    /// <summary>Writes what waits, and closes.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        using var any = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(any);
        Writer.Dispose();
    }

    /// <summary>SQLite works in the calling thread, so a read is given one of the pool's.</summary>
    internal Task<T> Read<T>(Func<SqliteConnection, Task<T>> query, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            ObjectDisposedException.ThrowIf(_closed != 0, this);
            try
            {
                await using var db = new SqliteConnection(_reading);
                db.Open();
                return await query(db);
            }
            catch (SqliteException e) when (Failures.OfDatabase(e) is not null)
            {
                throw Failures.OfDatabase(e)!;
            }
        },
        cancellation);
}
