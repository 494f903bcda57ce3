using System.Globalization;
using Workshop.Bench.Scenarios;

namespace Workshop.Bench.Report;

/// <summary>A target and what this run has found; nothing fails by it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="What">What was measured, in words.</param>
/// <param name="Value">What was found; not a number: the machine was not calm, or the peer was not there.</param>
/// <param name="Limit">What is wanted.</param>
/// <param name="AtLeast">Whether the limit is the least, not the most.</param>
sealed record Finding(string Id, string What, double Value, double Limit, bool AtLeast = false)
{
    /// <summary>What is wanted, in words.</summary>
    public string Wanted => (AtLeast ? "≥ " : "≤ ") + Number(Limit);

    /// <summary>What was found, in words.</summary>
    public string Found => double.IsNaN(Value) ? "–" : Number(Value);

    /// <summary>Whether it is reached.</summary>
    public string Verdict => double.IsNaN(Value) ? "the machine was not calm" : (AtLeast ? Value >= Limit : Value <= Limit) ? "reached" : "MISSED";

    static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}

/// <summary>What the product is held to: mostly ratios within one run.</summary>
static class Targets
{
    const string Ours = "Workshop";
    const string SocketIo = "socket.io";
    const string Kestrel = "raw Kestrel";
    const string SignalR = "stock SignalR";
    const string Hocuspocus = "Hocuspocus";

    /// <summary>The targets for a steady load are those of a plenary.</summary>
    const int LargeRoom = 300;

    /// <summary>Of a room under steady load.</summary>
    public static IEnumerable<Finding> Steady(IReadOnlyList<Measured> results)
    {
        if (results.Count == 0 || results[0].People < LargeRoom)
        {
            return [];
        }

        var room = $", {results[0].People} people";
        return
        [
            .. Ratio("P1", "ack p99 (on disk) / socket.io" + room, results, SocketIo, r => P99(r, r.Acks.At(0.99)), 1.0),
            .. Ratio("P1", "ack p50 (on disk) / socket.io" + room, results, SocketIo, r => r.Acks.At(0.5), 0.7),
            .. Ratio("P2", "delivery p50 / socket.io" + room, results, SocketIo, r => r.Arrivals.At(0.5), 2.0),
            .. Ratio("P2", "delivery p99 / socket.io" + room, results, SocketIo, r => P99(r, r.Arrivals.At(0.99)), 2.0),
            .. Ratio("P2", "delivery p50 / stock SignalR" + room, results, SignalR, r => r.Arrivals.At(0.5), 1.2),
            .. Ratio("P2", "delivery p99 / stock SignalR" + room, results, SignalR, r => P99(r, r.Arrivals.At(0.99)), 1.2),
            .. Ratio("P3", "CPU per delivery / raw Kestrel" + room, results, Kestrel, r => r.Costs.CpuPerArrival, 1.3),
            .. Ratio("P3", "CPU per delivery / stock SignalR" + room, results, SignalR, r => r.Costs.CpuPerArrival, 1.1),
        ];
    }

    /// <summary>Of a burst.</summary>
    public static IEnumerable<Finding> Burst(IReadOnlyList<Measured> results) =>
    [
        .. Own("P5", "everyone has everything, ms after the last card", results, r => r.AfterTheLast, 100),
        .. Ratio("P5", "burst: ack p50 (on disk) / socket.io", results, SocketIo, r => r.Acks.At(0.5), 1.0),
        .. Ratio("P5", "burst: CPU per delivery / socket.io", results, SocketIo, r => r.Costs.CpuPerArrival, 1.0),
    ];

    /// <summary>Of a storm of joins.</summary>
    public static IEnumerable<Finding> Joins(IReadOnlyList<Measured> results)
    {
        var best = results.Where(r => r.Peer.Name != Ours).Select(r => r.Arrivals.At(0.95)).DefaultIfEmpty(double.NaN).Min();
        return
        [
            .. Ratio("P6", "bytes per join / Hocuspocus", results, Hocuspocus, r => r.Costs.BytesPerArrival, 0.3),
            .. Ratio("P6", "CPU per join / Hocuspocus", results, Hocuspocus, r => r.Costs.CpuPerArrival, 0.8),
            .. Own("P6", "join p95 / the best peer's", results, r => r.Arrivals.At(0.95) / best, 1.5),
        ];
    }

    /// <summary>Of table groups.</summary>
    public static IEnumerable<Finding> Rooms(IReadOnlyList<Measured> results) =>
    [
        .. Ratio("P7", "50 rooms: CPU per delivery / stock SignalR", results, SignalR, r => r.Costs.CpuPerArrival, 1.2),
        .. Own("P7", "50 rooms: ack p99, ms", results, r => P99(r, r.Acks.At(0.99)), 20),
    ];

    /// <summary>Of a rate that doubles.</summary>
    public static IEnumerable<Finding> Rates(IReadOnlyList<Measured> results) =>
    [
        .. Ratio("P4", "cards/s held / socket.io", results, SocketIo, r => r.Figures[Doubling.Held], 2.0, atLeast: true),
        .. Own("P4", "cards per frame at 400 cards/s", results, r => r.Figures[Doubling.Together], 4, atLeast: true),
    ];

    /// <summary>Of idle connections.</summary>
    public static IEnumerable<Finding> Idle(IReadOnlyList<Measured> results) =>
    [
        .. Own("P8", "kB per idle connection", results, r => r.Figures[Idling.PerConnection], 40),
        .. Ratio("P8", "memory per idle connection / socket.io", results, SocketIo, r => r.Figures[Idling.PerConnection], 0.9),
        .. Own("P8", "MB with all of them", results, r => r.Figures[Idling.All], 200),
    ];

    /// <summary>Of a long log.</summary>
    public static IEnumerable<Finding> Reopened(IReadOnlyList<Measured> results) =>
    [
        .. Own("P9", "20,000 commits: open and first client, ms", results, r => r.Figures[Reopening.Opened], 500),
        .. Ratio("P9", "20,000 commits: the same / Hocuspocus", results, Hocuspocus, r => r.Figures[Reopening.Opened], 1.5),
        .. Own("P9", "bytes on disk per commit", results, r => r.Figures[Reopening.Bytes], 1_024),
    ];

    /// <summary>Of starting.</summary>
    public static IEnumerable<Finding> Started(IReadOnlyList<Measured> results) =>
        Ratio("P11", "start to first answer / raw Kestrel", results, Kestrel, r => r.Figures[Starting.FirstAnswer], 1.5);

    static double P99(Measured r, double value) => r.IsCalm ? value : double.NaN;

    static IEnumerable<Finding> Own(
        string id, string what, IEnumerable<Measured> results, Func<Measured, double> value, double limit, bool atLeast = false) =>
        results.Where(r => r.Peer.Name == Ours).Select(r => new Finding(id, what, value(r), limit, atLeast));

    static IEnumerable<Finding> Ratio(
        string id, string what, IReadOnlyList<Measured> results, string peer, Func<Measured, double> value, double limit, bool atLeast = false) =>
        results.FirstOrDefault(r => r.Peer.Name == peer) is { } theirs
            ? Own(id, what, results, r => value(r) / value(theirs), limit, atLeast)
            : [];
}
