namespace Workshop.Bench.Machine;

/// <summary>What watches the machine while a server is measured.</summary>
sealed class Probes : IDisposable
{
    /// <summary>Longer than this, and the slowest answers are the machine's.</summary>
    public static readonly TimeSpan Bearable = TimeSpan.FromMilliseconds(30);

    readonly StallProbe _cores = new();
    readonly DiskProbe _disk = new();

    /// <summary>Forgets what was before a run.</summary>
    public void Reset()
    {
        _cores.Reset();
        _disk.Reset();
    }

    /// <summary>The longest stall of any core since then.</summary>
    public TimeSpan Cores => _cores.Worst;

    /// <summary>The longest stall of the disk since then.</summary>
    public TimeSpan Disk => _disk.Worst;

    public void Dispose()
    {
        _cores.Dispose();
        _disk.Dispose();
    }
}
