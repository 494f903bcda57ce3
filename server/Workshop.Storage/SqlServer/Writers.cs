using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;

namespace Workshop.Storage.SqlServer;

/// <summary>
/// Threads that write, on a connection and in a transaction for each call: rooms do not wait for one another, and however long the
/// network is silent, the process's other threads go on.
/// </summary>
sealed class Writers : IDisposable
{
    const int Threads = 16;
    const int MostTries = 4;

    /// <summary>Commands are refused within three seconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    readonly BlockingCollection<Call> _waiting = [];
    readonly string _connection;

    /// <summary>The one used last comes first, so that there are no more than are needed at once.</summary>
    readonly ConcurrentStack<WriteConnection> _idle = [];
    readonly List<Thread> _threads;

    /// <summary>Connects when there is something to write.</summary>
    public Writers(string connection)
    {
        _connection = connection;
        _threads = [.. Enumerable.Range(1, Threads).Select(i => new Thread(Run) { IsBackground = true, Name = $"database writer {i}" })];
        _threads.ForEach(t => t.Start());
    }

    /// <summary>Runs <paramref name="work"/> in a durable transaction. False: it broke a constraint and was rolled back.</summary>
    public Task<bool> Write(Action<IWriteConnection> work, CancellationToken cancellation)
    {
        var call = new Call(work, Patience, cancellation);
        try
        {
            _waiting.Add(call, CancellationToken.None);
        }
        catch (InvalidOperationException e)
        {
            throw new ObjectDisposedException("The database is closed.", e);
        }

        return call.Answer;
    }

    /// <summary>Writes what waits.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _threads.ForEach(t => t.Join());
        foreach (var db in _idle)
        {
            db.Dispose();
        }

        _waiting.Dispose();
    }

    void Run()
    {
        foreach (var call in _waiting.GetConsumingEnumerable())
        {
            if (call.TryBegin())
            {
                var db = _idle.TryPop(out var used) ? used : new WriteConnection(_connection);
                Transact(db, call);
                _idle.Push(db);
            }
        }
    }

    /// <summary>
    /// Again only after a deadlock or a connection that was lost before COMMIT was sent: both times the server has rolled back
    /// everything.
    /// </summary>
    static void Transact(WriteConnection db, Call call)
    {
        for (var tries = 1; call.IsAwaited; tries++)
        {
            try
            {
                db.Begin();
                call.Work(db);
            }
            catch (SqlException e) when (Failures.IsConstraint(e))
            {
                db.Rollback();
                call.Succeed(isWritten: false);
                return;
            }
            catch (SqlException e) when (tries < MostTries && (Failures.IsDeadlock(e) || !db.IsOpen))
            {
                db.Rollback();
                Thread.Sleep(Random.Shared.Next(1, 20 << tries));
                continue;
            }
            catch (Exception e)
            {
                db.Rollback();
                call.Fail(Failures.OfDatabase(e) ?? e);
                return;
            }

            Commit(db, call);
            return;
        }
    }

    static void Commit(WriteConnection db, Call call)
    {
        if (!call.TryCommit())
        {
            db.Rollback();
            return;
        }

        try
        {
            db.Commit();
        }
        catch (Exception e)
        {
            db.Drop();
            call.Fail(new OutcomeUnknownException(e));
            return;
        }

        call.Succeed(isWritten: true);
    }
}
