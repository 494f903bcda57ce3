namespace Workshop.Server.Health;

/// <summary>
/// The database's time, which all nodes share: this machine's own clock, corrected by how far it was off when last compared. Only
/// what is written and shown depends on it; waits inside the process never do.
/// </summary>
sealed class DatabaseClock(TimeProvider own) : TimeProvider
{
    /// <summary>An answer that took longer says too little.</summary>
    static readonly TimeSpan LongestTrip = TimeSpan.FromSeconds(2);

    long _offset;

    /// <summary>How far the database is ahead of this machine.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Volatile.Read(ref _offset));

    /// <inheritdoc/>
    public override long TimestampFrequency => own.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => own.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => own.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        own.CreateTimer(callback, state, dueTime, period);

    /// <summary>Compares with the database. What lies within the uncertainty of the measurement is left as it is: time does not tremble.</summary>
    public async Task Compare(Func<CancellationToken, Task<DateTimeOffset>> databaseTime, CancellationToken cancellation)
    {
        var (start, asked) = (own.GetTimestamp(), own.GetUtcNow());
        var theirs = await databaseTime(cancellation);
        var trip = own.GetElapsedTime(start);
        var measured = theirs - (asked + (trip / 2));
        if (trip <= LongestTrip && (measured - Offset).Duration() > trip / 2)
        {
            Volatile.Write(ref _offset, measured.Ticks);
        }
    }
}
