using System.Diagnostics;

namespace Workshop.Bench.Machine;

/// <summary>
/// A thread on each core that sleeps two milliseconds at a time and notes how late it wakes: for so long the machine stood still,
/// or did something else. A run during which it did so for long has no 99th percentile.
/// </summary>
sealed class StallProbe : IDisposable
{
    static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(2);

    readonly long[] _worst = new long[Cores.Count];
    readonly List<Thread> _threads;
    volatile bool _stop;

    public StallProbe()
    {
        _threads = [.. Enumerable.Range(0, Cores.Count).Select(core => new Thread(() => Watch(core)) { IsBackground = true })];
        _threads.ForEach(t => t.Start());
    }

    /// <summary>Forgets what was before a run.</summary>
    public void Reset() => Array.Clear(_worst);

    /// <summary>The longest stall of any core since then.</summary>
    public TimeSpan Worst => TimeSpan.FromSeconds((double)_worst.Max() / Stopwatch.Frequency);

    public void Dispose()
    {
        _stop = true;
        _threads.ForEach(t => t.Join());
    }

    void Watch(int core)
    {
        Cores.BindThread(core);
        var nap = (long)(Nap.TotalSeconds * Stopwatch.Frequency);
        while (!_stop)
        {
            var before = Stopwatch.GetTimestamp();
            Thread.Sleep(Nap);
            _worst[core] = Math.Max(_worst[core], Stopwatch.GetTimestamp() - before - nap);
        }
    }
}
