using System.Diagnostics;

namespace Workshop.Bench.Machine;

/// <summary>
/// Writes a block to a file of its own twenty times a second and waits until it is on disk: the longest wait of a run is how long
/// the disk itself stood still. It matters to those who acknowledge what is on disk.
/// </summary>
sealed class DiskProbe : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly string _path = Path.Combine(Path.GetTempPath(), $"workshop-bench-{Environment.ProcessId}.probe");
    readonly Thread _thread;
    long _worst;
    volatile bool _stop;

    public DiskProbe()
    {
        _thread = new(Watch) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Forgets what was before a run.</summary>
    public void Reset() => Volatile.Write(ref _worst, 0);

    /// <summary>The longest wait since then.</summary>
    public TimeSpan Worst => TimeSpan.FromSeconds((double)Volatile.Read(ref _worst) / Stopwatch.Frequency);

    public void Dispose()
    {
        _stop = true;
        _thread.Join();
        File.Delete(_path);
    }

    void Watch()
    {
        const int blocks = 256;
        var block = new byte[4096];
        using var file = File.OpenHandle(_path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None, blocks * block.Length);
        for (var i = 0L; !_stop; i++)
        {
            var before = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, block, i % blocks * block.Length);
            RandomAccess.FlushToDisk(file);
            _worst = Math.Max(_worst, Stopwatch.GetTimestamp() - before);
            Thread.Sleep(Pause);
        }
    }
}
