using Workshop.Bench.Report;
using Workshop.Bench.Scenarios;

namespace Workshop.Bench;

/// <summary>How the product grows, alone: with the people in a room, the commits of a log, the rooms of a node.</summary>
sealed class Curves(Scenarios.Bench bench)
{
    public async Task Run(TimeSpan length)
    {
        Tables.PrintCurve(
            $"One room, {Writing.PlenaryRate} cards/s", Live("people"),
            await Points([10, 50, 150, 300, 600], people => Writing.Plenary(people, length).Run(Deployed.Product, bench), Costs));
        Tables.PrintCurve(
            $"Rooms of 10 people, {Writing.TableRate} cards/s in each", Live("rooms"),
            await Points([1, 5, 20, 50], rooms => Writing.Tables(rooms, length).Run(Deployed.Product, bench), Costs));
        Tables.PrintCurve(
            "A log, its process killed and started", ["commits", "ready ms", "first client ms", "second ms", "bytes/commit", "RSS MB"],
            await Points(
                [100, 1_000, 5_000, 20_000], commits => Reopening.Run(Deployed.Product, bench, commits),
                r => [r.Figures[Reopening.Ready], r.Figures[Reopening.Opened], r.Figures[Reopening.Second], r.Figures[Reopening.Bytes], r.Costs.PeakMemory]));
    }

    static string[] Live(string what) => [what, "ack p50 ms", "delivery p50 ms", "CPU µs/delivery", "CPU ms/card", "RSS MB"];

    static IReadOnlyList<double> Costs(Measured r) =>
        [r.Acks.At(0.5), r.Arrivals.At(0.5), r.Costs.CpuPerArrival, r.Costs.CpuPerArrival * r.People / 1000, r.Costs.PeakMemory];

    static async Task<IReadOnlyList<(int, IReadOnlyList<double>)>> Points(
        IReadOnlyList<int> sizes, Func<int, Task<Measured>> run, Func<Measured, IReadOnlyList<double>> figures)
    {
        var points = new List<(int, IReadOnlyList<double>)>();
        foreach (var size in sizes)
        {
            points.Add((size, figures(await run(size))));
            await Console.Error.WriteAsync('.');
        }

        return points;
    }
}
