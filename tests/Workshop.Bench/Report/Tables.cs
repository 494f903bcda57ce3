using System.Globalization;
using Workshop.Bench.Scenarios;

namespace Workshop.Bench.Report;

/// <summary>Results as lines of text.</summary>
static class Tables
{
    /// <summary>S1 and S2: acknowledgements and deliveries.</summary>
    public static void PrintRooms(string title, IReadOnlyList<Measured> results, bool burst)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Print(
            ["peer", "ack p50", "p95", "p99", "delivery p50", "p95", "p99", .. burst ? ["all after"] : Array.Empty<string>(),
                "CPU µs/delivery", "bytes", "RSS MB", "delivered", "driver", "others", "stall", "disk stall"],
            results.Select(r => (string[])
            [
                r.Peer.Name, Ms(r.Acks.At(0.5)), Ms(r.Acks.At(0.95)), P99(r, r.Acks.At(0.99)),
                Ms(r.Arrivals.At(0.5)), Ms(r.Arrivals.At(0.95)), P99(r, r.Arrivals.At(0.99)),
                .. burst ? [Ms(r.AfterTheLast)] : Array.Empty<string>(),
                One(r.Costs.CpuPerArrival), One(r.Costs.BytesPerArrival), One(r.Costs.PeakMemory), Delivered(r), .. Surroundings(r),
            ]));
    }

    /// <summary>S3: joins.</summary>
    public static void PrintJoins(string title, IReadOnlyList<Measured> results)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Print(
            ["peer", "join p50", "p95", "p99", "CPU µs/join", "bytes/join", "RSS MB", "joined", "driver", "others", "stall", "disk stall"],
            results.Select(r => (string[])
            [
                r.Peer.Name, Ms(r.Arrivals.At(0.5)), Ms(r.Arrivals.At(0.95)), P99(r, r.Arrivals.At(0.99)),
                One(r.Costs.CpuPerArrival), One(r.Costs.BytesPerArrival), One(r.Costs.PeakMemory), Delivered(r), .. Surroundings(r),
            ]));
    }

    /// <summary>S5 to S8: the figures of the scenario, by name.</summary>
    public static void PrintFigures(string title, IReadOnlyList<Measured> results, params IReadOnlyList<(string Name, string Head)> figures)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Print(
            ["peer", .. figures.Select(f => f.Head), "others", "stall", "disk stall"],
            results.Select(r => (string[])[r.Peer.Name, .. figures.Select(f => One(r.Figures[f.Name])), .. Surroundings(r).Skip(1)]));
    }

    /// <summary>How the product grows with something.</summary>
    public static void PrintCurve(string title, IReadOnlyList<string> head, IEnumerable<(int Size, IReadOnlyList<double> Figures)> points)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Print([.. head], points.Select(p => (string[])[$"{p.Size}", .. p.Figures.Select(One)]));
    }

    /// <summary>What was found beside what was wanted.</summary>
    public static void PrintFindings(IReadOnlyList<Finding> findings)
    {
        Console.WriteLine();
        Console.WriteLine("Against the targets");
        Print(
            ["", "what", "wanted", "found", ""],
            findings.Select(f => (string[])[f.Id, f.What.PadRight(findings.Max(o => o.What.Length)), f.Wanted, f.Found, f.Verdict]));
    }

    static string[] Surroundings(Measured r) => [Percent(r.Costs.Driver), Percent(r.Costs.Others), Ms(r.Costs.Stall.TotalMilliseconds), Ms(r.Costs.DiskStall.TotalMilliseconds)];

    static string Delivered(Measured r) =>
        (r.Arrivals.Count == r.Expected ? "all" : $"{r.Arrivals.Count} of {r.Expected}") + (r.Doubled > 0 ? $", {r.Doubled} twice" : "");

    static string P99(Measured r, double value) => r.IsCalm ? Ms(value) : "–";
    static string Ms(double value) => double.IsNaN(value) ? "" : value.ToString("0.0", CultureInfo.InvariantCulture);
    static string One(double value) => double.IsNaN(value) ? "–" : value.ToString(value < 1000 ? "0.0" : "0", CultureInfo.InvariantCulture);
    static string Percent(double share) => $"{Math.Round(100 * share)} %";

    static void Print(string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        var widths = head.Select((_, i) => all.Max(r => r[i].Length)).ToArray();
        foreach (var row in all)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        }
    }
}
