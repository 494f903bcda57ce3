using System.Runtime.InteropServices;

namespace Workshop.Bench.Machine;

/// <summary>Which cores the server under test gets, and which the driver. On a machine with one core they share it, and the report says so.</summary>
static partial class Cores
{
    /// <summary>How many the machine has, whatever this process may use.</summary>
    public static int Count { get; } = File.ReadLines("/proc/stat").Count(l => l.StartsWith("cpu", StringComparison.Ordinal) && char.IsAsciiDigit(l[3]));

    /// <summary>The first half.</summary>
    public static IReadOnlyList<int> Server { get; } = [.. Enumerable.Range(0, Math.Max(1, Count / 2))];

    /// <summary>The other half.</summary>
    public static IReadOnlyList<int> Driver { get; } = Count == 1 ? [0] : [.. Enumerable.Range(Count / 2, Count - (Count / 2))];

    /// <summary>As <c>taskset -c</c> wants it.</summary>
    public static string List(IReadOnlyList<int> cores) => string.Join(',', cores);

    /// <summary>Binds the calling thread to a core.</summary>
    public static void BindThread(int core)
    {
        Span<ulong> mask = stackalloc ulong[16];
        mask[core / 64] = 1UL << (core % 64);
        _ = SetAffinity(0, mask.Length * sizeof(ulong), ref mask[0]);
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint size, ref ulong mask);
}
