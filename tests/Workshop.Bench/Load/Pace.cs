using System.Diagnostics;

namespace Workshop.Bench.Load;

/// <summary>Does things at their times, on a thread that sleeps in between.</summary>
static class Pace
{
    /// <summary>Runs each in turn at its time, or at once if that is past; an act must not wait.</summary>
    public static Task Run(IReadOnlyList<(long At, Action Act)> plan)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                foreach (var (at, act) in plan)
                {
                    while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), at) is var left && left > TimeSpan.Zero)
                    {
                        Thread.Sleep(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left);
                    }

                    act();
                }

                done.SetResult();
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }) { IsBackground = true }.Start();
        return done.Task;
    }

    /// <summary>A moment so long after another.</summary>
    public static long After(long start, TimeSpan wait) => start + (long)(wait.TotalSeconds * Stopwatch.Frequency);
}
