using System.Globalization;
using Workshop.Bench.Scenarios;

namespace Workshop.Bench.Report;

/// <summary>The ratios that the product is held to, within this run; nothing fails by them.</summary>
static class Targets
{
    const string Ours = "Workshop";
    const string SocketIo = "socket.io";
    const string Kestrel = "raw Kestrel";
    const string SignalR = "stock SignalR";

    /// <summary>The targets for a steady load are those of a plenary.</summary>
    const int LargeRoom = 300;

    /// <summary>Of a room under steady load.</summary>
    public static void PrintSteady(IReadOnlyList<Measured> results)
    {
        if (results.All(r => r.People < LargeRoom))
        {
            return;
        }

        Ratio("P1", "ack p99, on disk, of socket.io's", results, SocketIo, r => P99(r, r.Acks.At(0.99)), 1.0);
        Ratio("P1", "ack p50, on disk, of socket.io's", results, SocketIo, r => r.Acks.At(0.5), 0.7);
        Ratio("P2", "delivery p50 of socket.io's", results, SocketIo, r => r.Arrivals.At(0.5), 2.0);
        Ratio("P2", "delivery p99 of socket.io's", results, SocketIo, r => P99(r, r.Arrivals.At(0.99)), 2.0);
        Ratio("P2", "delivery p50 of stock SignalR's", results, SignalR, r => r.Arrivals.At(0.5), 1.2);
        Ratio("P3", "CPU per delivery of raw Kestrel's", results, Kestrel, r => r.Costs.CpuPerArrival, 1.3);
        Ratio("P3", "CPU per delivery of stock SignalR's", results, SignalR, r => r.Costs.CpuPerArrival, 1.1);
    }

    /// <summary>Of a burst.</summary>
    public static void PrintBurst(IReadOnlyList<Measured> results)
    {
        if (results.FirstOrDefault(r => r.Peer.Name == Ours) is { } ours)
        {
            Say("P5", "everyone has everything after the last card, ms", ours.AfterTheLast, 100);
        }

        Ratio("P5", "ack p50, on disk, of socket.io's", results, SocketIo, r => r.Acks.At(0.5), 1.0);
        Ratio("P5", "CPU per delivery of socket.io's", results, SocketIo, r => r.Costs.CpuPerArrival, 1.0);
    }

    /// <summary>Of a storm of joins.</summary>
    public static void PrintJoins(IReadOnlyList<Measured> results)
    {
        Ratio("P6", "bytes per join of socket.io's", results, SocketIo, r => r.Costs.BytesPerArrival, null);
        Ratio("P6", "CPU per join of socket.io's", results, SocketIo, r => r.Costs.CpuPerArrival, null);
        Ratio("P6", "join p95 of socket.io's", results, SocketIo, r => r.Arrivals.At(0.95), 1.5);
    }

    static double P99(Measured r, double value) => r.IsCalm ? value : double.NaN;

    static void Ratio(string id, string what, IEnumerable<Measured> results, string peer, Func<Measured, double> value, double? target)
    {
        if (results.FirstOrDefault(r => r.Peer.Name == Ours) is { } ours && results.FirstOrDefault(r => r.Peer.Name == peer) is { } theirs)
        {
            Say(id, what, value(ours) / value(theirs), target);
        }
    }

    static void Say(string id, string what, double value, double? target)
    {
        var verdict = target is not { } most ? ""
            : double.IsNaN(value) ? $"  wanted ≤ {Number(most)}: the machine was not calm"
            : $"  wanted ≤ {Number(most)}: {(value <= most ? "reached" : "MISSED")}";
        Console.WriteLine($"{id,-4} {what,-50} {(double.IsNaN(value) ? "–" : Number(value)),7}{verdict}");
    }

    static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
