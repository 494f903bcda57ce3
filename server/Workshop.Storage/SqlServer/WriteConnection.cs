using System.Data;
using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.SqlClient;

namespace Workshop.Storage.SqlServer;

/// <summary>A writer's connection. It is kept while it is good, and opened anew when it is not.</summary>
sealed class WriteConnection(string connection) : IWriteConnection, IDisposable
{
    static readonly Statements Dialect = new();

    SqlConnection? _sql;

    /// <inheritdoc/>
    public DbConnection Db => _sql!;

    /// <inheritdoc/>
    IStatements IWriteConnection.Statements => Dialect;

    /// <summary>Whether it was not lost.</summary>
    public bool IsOpen => _sql is { State: ConnectionState.Open };

    /// <summary>Begins a transaction, on a new connection if there is none.</summary>
    public void Begin()
    {
        if (!IsOpen)
        {
            Drop();
            _sql = new(connection);
            _sql.Open();
            _sql.Execute(Statements.PrepareToWrite);
        }

        _sql!.Execute(Statements.Begin);
    }

    /// <summary>Returns when what was written is on the server's disk. If it throws, that is not known.</summary>
    public void Commit() => _sql!.Execute(Statements.Commit);

    /// <summary>Leaves the transaction. Where that fails the connection goes, and the server rolls back.</summary>
    public void Rollback()
    {
        try
        {
            if (IsOpen)
            {
                _sql!.Execute(Statements.Rollback);
            }
        }
        catch (Exception e) when (e is SqlException or InvalidOperationException)
        {
            Drop();
        }
    }

    /// <summary>Ends the connection.</summary>
    public void Drop()
    {
        _sql?.Dispose();
        _sql = null;
    }

    /// <inheritdoc/>
    public void Append(Commit commit) => _sql!.Execute(Dialect.Append, new
    {
        Workshop = commit.Workshop.Value,
        commit.Seq,
        commit.V,
        Command = commit.Command.Value,
        commit.Actor,
        At = commit.At.ToUnixTimeMilliseconds(),
        BodyHash = ImmutableCollectionsMarshal.AsArray(commit.BodyHash),
        Events = ImmutableCollectionsMarshal.AsArray(commit.Events),
        Hash = ImmutableCollectionsMarshal.AsArray(commit.Hash),
    });

    /// <inheritdoc/>
    public void DeleteItems(string box) => _sql!.Execute(Statements.DeleteItems, new { Box = box });

    /// <inheritdoc/>
    public void Dispose() => Drop();
}
