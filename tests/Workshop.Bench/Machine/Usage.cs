using System.Diagnostics;
using System.Globalization;

namespace Workshop.Bench.Machine;

/// <summary>What the kernel has counted up to a moment; the difference of two is what a run has cost.</summary>
/// <param name="At">The moment, of <see cref="Stopwatch"/>.</param>
/// <param name="Server">CPU time of the server's process.</param>
/// <param name="Driver">CPU time of this process.</param>
/// <param name="ServerCores">Busy time of the server's cores, whoever it was.</param>
/// <param name="DriverCores">Busy time of the driver's cores.</param>
sealed record Usage(long At, TimeSpan Server, TimeSpan Driver, TimeSpan ServerCores, TimeSpan DriverCores)
{
    /// <summary>The kernel counts in hundredths of a second.</summary>
    const double TicksPerSecond = 100;

    /// <summary>As it stands now.</summary>
    public static Usage Now(int server) => new(
        Stopwatch.GetTimestamp(), OfProcess(server), Environment.CpuUsage.TotalTime, OfCores(Cores.Server), OfCores(Cores.Driver));

    /// <summary>How long ago the other one was.</summary>
    public TimeSpan Since(Usage before) => Stopwatch.GetElapsedTime(before.At, At);

    /// <summary>The most memory that a process has had at once, in bytes.</summary>
    public static long PeakMemory(int process) => Status(process, "VmHWM:");

    /// <summary>The memory that a process has now, in bytes.</summary>
    public static long Memory(int process) => Status(process, "VmRSS:");

    static long Status(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    static TimeSpan OfProcess(int process)
    {
        // The name in brackets may hold spaces; what follows it may not.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return Ticks(fields[11]) + Ticks(fields[12]);
    }

    static TimeSpan OfCores(IReadOnlyList<int> cores) => File.ReadLines("/proc/stat")
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(f => cores.Any(c => f[0] == $"cpu{c}"))
        // All but idle (4) and waiting for a disk (5).
        .Aggregate(TimeSpan.Zero, (sum, f) => sum + Ticks(f[1]) + Ticks(f[2]) + Ticks(f[3]) + Ticks(f[6]) + Ticks(f[7]) + Ticks(f[8]));

    static TimeSpan Ticks(string count) => TimeSpan.FromSeconds(long.Parse(count, CultureInfo.InvariantCulture) / TicksPerSecond);
}
