using System.Diagnostics;
using Workshop.Bench.Load;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>S7: a long log, the process killed and started again, and somebody comes in.</summary>
static class Reopening
{
    /// <summary>From the start of the process until it says that it is ready, in milliseconds.</summary>
    public const string Ready = "ready";
    /// <summary>From then until the first client has the room.</summary>
    public const string Opened = "opened";
    /// <summary>The same for the second client.</summary>
    public const string Second = "second";
    /// <summary>Bytes on disk for each commit.</summary>
    public const string Bytes = "bytes";

    const int MostCards = 500;

    /// <summary>Cards and then edits of them, <paramref name="commits"/> in all.</summary>
    public static async Task<Measured> Run(IPeer peer, Bench bench, int commits)
    {
        var cards = Math.Min(MostCards, commits);
        await using var server = await RunningServer.Start(peer, bench.Port, bench.Cancellation);
        await server.Write(cards, commits - cards, bench.Cancellation);
        await server.Kill();

        var start = Stopwatch.GetTimestamp();
        await server.Boot(bench.Cancellation);
        await server.FirstAnswer(bench.Cancellation);
        var ready = Stopwatch.GetElapsedTime(start);
        var meter = Meter.Start(bench.Probes, server);
        var (opened, found) = await Enter(server, 0, bench.Cancellation);
        var costs = meter.Read(1);
        var (second, _) = await Enter(server, 1, bench.Cancellation);
        // A start empties the write-ahead log, which otherwise holds up to 16 MB besides.
        var onDisk = server.BytesOnDisk;
        return found is >= 0 && found != cards
            ? throw new BenchException($"{peer.Name} came back with {found} cards instead of {cards}.")
            : new()
            {
                Peer = peer,
                Figures = new Dictionary<string, double>
                {
                    [Ready] = ready.TotalMilliseconds,
                    [Opened] = opened.TotalMilliseconds,
                    [Second] = second.TotalMilliseconds,
                    [Bytes] = (double)onDisk / commits,
                },
                Costs = costs,
            };
    }

    static async Task<(TimeSpan Took, int Cards)> Enter(RunningServer server, int person, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        await using var member = await server.Enter(person, Recorder.Ignoring, cancellation);
        return (Stopwatch.GetElapsedTime(start), member.CardsAtEntry);
    }
}
