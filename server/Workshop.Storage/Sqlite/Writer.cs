using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Workshop.Storage.Sqlite;

/// <summary>
/// The one thread that writes a database file. Everything that waits goes into one transaction, each call under a savepoint of
/// its own; nobody is answered before COMMIT has returned. Another process on the same file has such a thread too: whoever does
/// not get SQLite's write lock within two seconds is told that the storage is busy.
/// </summary>
sealed class Writer : IDisposable
{
    static readonly TimeSpan LongestWaitForLock = TimeSpan.FromSeconds(2);
    static readonly TimeSpan WaitForLockOnceRefused = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestWaitToTruncate = TimeSpan.FromSeconds(1);

    readonly BlockingCollection<Call> _waiting = [];
    readonly TaskCompletionSource<StorageFailedException> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly WriteConnection _db;
    readonly Thread _thread;

    TimeSpan _lockWait = LongestWaitForLock;

    // What an earlier process deleted may still be in its write-ahead log.
    bool _mustTruncate = true;
    TimeSpan _truncateWait = TimeSpan.Zero;
    long _truncateAt = Stopwatch.GetTimestamp();

    /// <summary>Takes over the connection, which nobody else uses from now on.</summary>
    public Writer(WriteConnection db)
    {
        _db = db;
        _thread = new(Run) { IsBackground = true, Name = "database writer" };
        _thread.Start();
    }

    /// <summary>Completes, with the cause, when the database has failed and only a restart helps.</summary>
    public Task<StorageFailedException> Failure => _failure.Task;

    /// <summary>Runs <paramref name="work"/> in a durable transaction. False: it broke a constraint and was rolled back.</summary>
    public Task<bool> Write(Action<IWriteConnection> work, CancellationToken cancellation)
    {
        var call = new Call(work, cancellation);
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

    /// <summary>Writes nothing from now on.</summary>
    public void Fail(StorageFailedException failure) => _failure.TrySetResult(failure);

    /// <summary>Writes what waits, then closes the connection.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
        _db.Dispose();
    }

    void Run()
    {
        var calls = new List<Call>();
        while (!_waiting.IsCompleted)
        {
            if (_waiting.TryTake(out var first, UntilTruncation()))
            {
                for (var next = first; next is not null; next = _waiting.TryTake(out var more) ? more : null)
                {
                    if (next.Begin())
                    {
                        calls.Add(next);
                    }
                }

                Transact(calls);
                calls.Clear();
            }

            TruncateIfDue();
        }
    }

    void Transact(List<Call> calls)
    {
        if (_failure.Task.IsCompletedSuccessfully)
        {
            calls.ForEach(c => c.Fail(_failure.Task.Result));
            return;
        }

        try
        {
            BeginImmediate();
            calls.ForEach(Try);
            _db.Run("COMMIT");
        }
        catch (Exception e)
        {
            var failure = e is SqliteException sqlite ? Failures.OfDatabase(sqlite) ?? new StorageFailedException(e) : new StorageFailedException(e);
            if (!_db.TryRollback() || failure is StorageFailedException)
            {
                _failure.TrySetResult(failure as StorageFailedException ?? new(e));
            }

            calls.ForEach(c => c.Fail(failure));
            return;
        }

        _mustTruncate |= _db.TakeDeletedSecrets();
        calls.ForEach(c => c.Succeed());
    }

    /// <summary>
    /// SQLite's own waiting grows to a tenth of a second; another process that commits without pause would hardly let us in. Once
    /// the wait was in vain, those who waited for us meanwhile must not wait as long again.
    /// </summary>
    void BeginImmediate()
    {
        var (start, longest) = (Stopwatch.GetTimestamp(), _lockWait);
        _lockWait = WaitForLockOnceRefused;
        while (!_db.TryBeginImmediate(giveUp: Stopwatch.GetElapsedTime(start) > longest))
        {
            Thread.Sleep(1);
        }

        _lockWait = LongestWaitForLock;
    }

    void Try(Call call)
    {
        _db.Run("SAVEPOINT call");
        try
        {
            call.Work(_db);
        }
        catch (SqliteException e) when (Failures.IsConstraint(e))
        {
            call.IsRefused = true;
        }
        catch (SqliteException e) when (Failures.OfDatabase(e) is not null)
        {
            throw;
        }
        catch (Exception e)
        {
            call.Fault = e;
        }

        if (call is { IsRefused: true } or { Fault: not null })
        {
            _db.Run("ROLLBACK TO call");
        }

        _db.Run("RELEASE call");
    }

    TimeSpan UntilTruncation()
    {
        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _truncateAt);
        return !_mustTruncate || _failure.Task.IsCompleted ? Timeout.InfiniteTimeSpan : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Readers and other writers can be in the way for a moment; then again a little later, until it succeeds.</summary>
    void TruncateIfDue()
    {
        if (!_mustTruncate || Stopwatch.GetTimestamp() < _truncateAt || _failure.Task.IsCompleted)
        {
            return;
        }

        try
        {
            _mustTruncate = !_db.TryTruncateLog();
        }
        catch (SqliteException e)
        {
            _failure.TrySetResult(new(e));
        }

        _truncateWait = !_mustTruncate ? TimeSpan.Zero
            : _truncateWait == TimeSpan.Zero ? TimeSpan.FromMilliseconds(10)
            : TimeSpan.FromTicks(Math.Min(_truncateWait.Ticks * 2, LongestWaitToTruncate.Ticks));
        _truncateAt = Stopwatch.GetTimestamp() + (long)(_truncateWait.TotalSeconds * Stopwatch.Frequency);
    }

    /// <summary>A caller's work, from the moment it waits until it is answered.</summary>
    sealed class Call
    {
        readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly CancellationTokenRegistration _cancelling;
        int _begun;

        public Call(Action<IWriteConnection> work, CancellationToken cancellation)
        {
            Work = work;
            _cancelling = cancellation.UnsafeRegister(
                static (call, token) => ((Call)call!).Cancel(token), this);
        }

        public Action<IWriteConnection> Work { get; }
        public bool IsRefused { get; set; }
        public Exception? Fault { get; set; }
        public Task<bool> Answer => _answer.Task;

        /// <summary>False: it was cancelled while it waited.</summary>
        public bool Begin() => Interlocked.Exchange(ref _begun, 1) == 0;

        public void Succeed()
        {
            _cancelling.Dispose();
            if (Fault is not null)
            {
                _answer.SetException(Fault);
            }
            else
            {
                _answer.SetResult(!IsRefused);
            }
        }

        public void Fail(Exception failure)
        {
            _cancelling.Dispose();
            _answer.SetException(failure);
        }

        void Cancel(CancellationToken token)
        {
            if (Begin())
            {
                _answer.SetCanceled(token);
            }
        }
    }
}
