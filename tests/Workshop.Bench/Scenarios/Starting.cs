using System.Diagnostics;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>S8: from the start of a process, on the folder of an earlier one, to its first answer.</summary>
static class Starting
{
    /// <summary>The median, in milliseconds.</summary>
    public const string FirstAnswer = "first answer";

    const int Starts = 5;

    public static async Task<Measured> Run(IPeer peer, Bench bench)
    {
        await using var server = await RunningServer.Start(peer, bench.Port, bench.Cancellation);
        var meter = Meter.Start(bench.Probes, server);
        var took = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await server.Kill();
            var start = Stopwatch.GetTimestamp();
            await server.Boot(bench.Cancellation);
            await server.FirstAnswer(bench.Cancellation);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new()
        {
            Peer = peer,
            Figures = new Dictionary<string, double> { [FirstAnswer] = took.Order().ElementAt(Starts / 2) },
            Costs = meter.Read(1),
        };
    }
}
