using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Workshop.Storage.Sqlite;

/// <summary>The connection that writes, with the one statement that is worth preparing. Used by the writer's thread alone.</summary>
sealed class WriteConnection : IWriteConnection, IDisposable
{
    static readonly Statements Dialect = new();

    readonly SqliteCommand _append;
    bool _deletedSecrets;

    /// <summary>Opens a database that exists.</summary>
    public WriteConnection(string path)
    {
        Sqlite = new($"Data Source={path};Mode=ReadWrite;Pooling=False;Default Timeout=2");
        Sqlite.Open();
        Sqlite.Execute(Statements.UseWriteAheadLog);
        Sqlite.Execute(Statements.PrepareToWrite);
        _append = Sqlite.CreateCommand();
        _append.CommandText = Dialect.Append;
        foreach (var (name, type) in new[]
        {
            ("@Workshop", SqliteType.Text), ("@Seq", SqliteType.Integer), ("@V", SqliteType.Integer), ("@Command", SqliteType.Text),
            ("@Actor", SqliteType.Text), ("@At", SqliteType.Integer), ("@BodyHash", SqliteType.Blob), ("@Events", SqliteType.Blob),
            ("@Hash", SqliteType.Blob),
        })
        {
            _append.Parameters.Add(name, type);
        }

        _append.Prepare();
    }

    /// <summary>For statements by Dapper, within a transaction that the writer began.</summary>
    public SqliteConnection Sqlite { get; }

    /// <inheritdoc/>
    public DbConnection Db => Sqlite;

    /// <inheritdoc/>
    IStatements IWriteConnection.Statements => Dialect;

    /// <inheritdoc/>
    public void Append(Commit commit)
    {
        var values = _append.Parameters;
        values[0].Value = commit.Workshop.Value;
        values[1].Value = commit.Seq;
        values[2].Value = commit.V;
        values[3].Value = commit.Command.Value;
        values[4].Value = commit.Actor;
        values[5].Value = commit.At.ToUnixTimeMilliseconds();
        values[6].Value = ImmutableCollectionsMarshal.AsArray(commit.BodyHash);
        values[7].Value = ImmutableCollectionsMarshal.AsArray(commit.Events);
        values[8].Value = ImmutableCollectionsMarshal.AsArray(commit.Hash);
        _append.ExecuteNonQuery();
    }

    /// <summary>
    /// secure_delete overwrites a deleted item and a freed page, but not the copies that splitting a page leaves in its unused
    /// part. Only a page that is cleared as a whole is clean: all pages are, and what lies in other open boxes is put back.
    /// </summary>
    public void DeleteItems(string box)
    {
        var others = Sqlite.Query<BoxItem>(Statements.ItemsOfOthers, new { Box = box }).AsList();
        Sqlite.Execute(Statements.DeleteAllItems);
        Sqlite.Execute(Dialect.PutItem, others);
        _deletedSecrets = true;
    }

    /// <summary>Whether something was deleted, since the last time, that no file may keep: then the write-ahead log must be emptied after the commit.</summary>
    public bool TakeDeletedSecrets()
    {
        var deleted = _deletedSecrets;
        _deletedSecrets = false;
        return deleted;
    }

    /// <summary>Runs a statement without parameters and results.</summary>
    public void Run(string sql) => Check(sqlite3_exec(Sqlite.Handle, sql));

    /// <summary>False: somebody else writes just now.</summary>
    public bool TryBeginImmediate(bool giveUp)
    {
        var result = sqlite3_exec(Sqlite.Handle, "BEGIN IMMEDIATE");
        if (result == SQLITE_BUSY && !giveUp)
        {
            return false;
        }

        Check(result);
        return true;
    }

    /// <summary>Leaves the transaction; some errors have left it already. False: it can't be left.</summary>
    public bool TryRollback() =>
        sqlite3_get_autocommit(Sqlite.Handle) != 0 || sqlite3_exec(Sqlite.Handle, "ROLLBACK") == SQLITE_OK;

    /// <summary>Moves everything into the database file and empties the write-ahead log. False: not now.</summary>
    public bool TryTruncateLog()
    {
        var result = sqlite3_wal_checkpoint_v2(Sqlite.Handle, "main", SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
        if (result is SQLITE_BUSY or SQLITE_LOCKED or SQLITE_FULL)
        {
            return false;
        }

        Check(result);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _append.Dispose();
        Sqlite.Dispose();
    }

    void Check(int result) => SqliteException.ThrowExceptionForRC(result, Sqlite.Handle);
}
