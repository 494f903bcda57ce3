using System.Diagnostics;
using Workshop.Bench.Load;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>S5: a room of a hundred, and the rate doubles until deliveries are late or lost.</summary>
static class Doubling
{
    /// <summary>The highest rate that was held, in cards a second.</summary>
    public const string Held = "held";
    /// <summary>Cards in a message at 400 cards a second.</summary>
    public const string Together = "together";
    /// <summary>How late deliveries were at the rate that was held.</summary>
    public const string P99 = "p99";

    /// <summary>The last of these is as far as a board's 10,000 cards reach.</summary>
    static readonly int[] Rates = [25, 50, 100, 200, 400, 800, 1600];

    const int People = 100;
    const int WarmUpRate = 20;
    const int WarmUpCards = 300;
    const int CountedRate = 400;
    const double LateMs = 250;

    static readonly TimeSpan Step = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    public static async Task<Measured> Run(IPeer peer, Bench bench)
    {
        await using var server = await RunningServer.Start(peer, bench.Port, bench.Cancellation);
        var recorder = new Recorder(People, WarmUpCards + Rates.Sum(Count));
        var members = await server.EnterAll(0, People, recorder, bench.Cancellation);
        await Pace.Run(Room.Plan(recorder, members, Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(1) / WarmUpRate, 0, WarmUpCards));

        var figures = new Dictionary<string, double> { [Held] = 0, [Together] = double.NaN, [P99] = double.NaN };
        var first = WarmUpCards;
        var wasLate = false;
        var meter = Meter.Start(bench.Probes, server);
        foreach (var rate in Rates)
        {
            var messages = recorder.Messages;
            await Pace.Run(Room.Plan(recorder, members, Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(1) / rate, first, Count(rate)));
            var deliveries = await Deliveries(recorder, first, Count(rate), bench.Cancellation);
            if (rate == CountedRate)
            {
                figures[Together] = (double)deliveries.Count / (recorder.Messages - messages);
            }

            first += Count(rate);
            var isLate = deliveries.At(0.99) > LateMs;
            if (deliveries.Count < Count(rate) * People || (isLate && wasLate))
            {
                break;
            }

            // A machine that stood still for a moment makes one rate late, not two.
            wasLate = isLate;
            if (!isLate)
            {
                (figures[Held], figures[P99]) = (rate, deliveries.At(0.99));
            }
        }

        var costs = meter.Read(Math.Max(1, (first - WarmUpCards) * People));
        await Room.LeaveAll(members);
        return new() { Peer = peer, People = People, Figures = figures, Costs = costs };
    }

    static int Count(int rate) => (int)(rate * Step.TotalSeconds);

    static async Task<Latencies> Deliveries(Recorder recorder, int first, int count, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var deliveries = recorder.DeliveriesOf(first, count);
        while (deliveries.Count < count * People && Stopwatch.GetElapsedTime(start) < Late)
        {
            await Task.Delay(100, cancellation);
            deliveries = recorder.DeliveriesOf(first, count);
        }

        return deliveries;
    }
}
