namespace Workshop.Storage.SqlServer;

/// <summary>
/// A caller's work, from the moment it waits until it is answered. The caller's patience ends whatever the network does: before
/// COMMIT is sent that takes the work back; afterwards nobody knows whether it was written.
/// </summary>
sealed class Call : IDisposable
{
    readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenRegistration _cancelling;
    readonly Timer _patience;
    int _stage = (int)Stage.Waiting;

    /// <summary>Begins to wait.</summary>
    public Call(Action<IWriteConnection> work, TimeSpan patience, CancellationToken cancellation)
    {
        Work = work;
        _patience = new(static call => ((Call)call!).LosePatience(), this, patience, Timeout.InfiniteTimeSpan);
        _cancelling = cancellation.UnsafeRegister(static (call, token) => ((Call)call!).Cancel(token), this);
    }

    enum Stage
    {
        Waiting,
        Begun,
        Committing,
        Over,
    }

    /// <summary>What is to be done.</summary>
    public Action<IWriteConnection> Work { get; }

    /// <summary>What became of it.</summary>
    public Task<bool> Answer => _answer.Task;

    /// <summary>Whether the caller still waits.</summary>
    public bool IsAwaited => Volatile.Read(ref _stage) != (int)Stage.Over;

    /// <summary>False: the caller waits no longer.</summary>
    public bool TryBegin() => TryMove(Stage.Waiting, Stage.Begun);

    /// <summary>False: the caller was told that nothing was written, so it must be rolled back.</summary>
    public bool TryCommit() => TryMove(Stage.Begun, Stage.Committing);

    /// <summary>Tells the caller that it was written; false: that it broke a constraint.</summary>
    public void Succeed(bool isWritten)
    {
        if (End())
        {
            _answer.SetResult(isWritten);
        }
    }

    /// <summary>Tells the caller why not.</summary>
    public void Fail(Exception failure)
    {
        if (End())
        {
            _answer.SetException(failure);
        }
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Dispose()
    {
        _patience.Dispose();
        _cancelling.Dispose();
    }

    void LosePatience()
    {
        if (TryMove(Stage.Waiting, Stage.Over) || TryMove(Stage.Begun, Stage.Over))
        {
            Dispose();
            _answer.SetException(new StorageUnavailableException("storage.busy", new TimeoutException("The database server does not answer in time.")));
        }
        else if (TryMove(Stage.Committing, Stage.Over))
        {
            Dispose();
            _answer.SetException(new OutcomeUnknownException(new TimeoutException("The database server does not say in time whether it has committed.")));
        }
    }

    void Cancel(CancellationToken token)
    {
        if (TryMove(Stage.Waiting, Stage.Over))
        {
            _patience.Dispose();
            _answer.SetCanceled(token);
        }
    }

    bool End()
    {
        Dispose();
        return Interlocked.Exchange(ref _stage, (int)Stage.Over) != (int)Stage.Over;
    }

    bool TryMove(Stage from, Stage to) => Interlocked.CompareExchange(ref _stage, (int)to, (int)from) == (int)from;
}
