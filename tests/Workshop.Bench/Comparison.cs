using Workshop.Bench.Peers;
using Workshop.Bench.Report;
using Workshop.Bench.Scenarios;

namespace Workshop.Bench;

/// <summary>The product beside its peers: every scenario, and at the end what was wanted and what was found.</summary>
sealed class Comparison(Options options, Scenarios.Bench bench)
{
    const int Storm = 300;
    const int TableGroups = 50;
    const int LongLog = 20_000;

    readonly Dictionary<string, IPeer> _peers = new()
    {
        ["workshop"] = Deployed.Product,
        ["socket.io"] = new SocketIo(Deployed.Scripts),
        ["kestrel"] = new RawKestrel(),
        ["signalr"] = new StockSignalR(),
        ["hocuspocus"] = new Hocuspocus(Deployed.Scripts),
    };

    public async Task Run()
    {
        var findings = new List<Finding>();
        foreach (var people in Wanted("S1") ? options.People : [])
        {
            var results = await Calmest(Live, peer => Writing.Plenary(people, options.Length).Run(peer, bench));
            Tables.PrintRooms($"S1: {people} people in one room, {Writing.PlenaryRate} cards/s for {options.Length.TotalSeconds} s", results, burst: false);
            findings.AddRange(Targets.Steady(results));
        }

        if (Wanted("S2"))
        {
            var results = await Calmest(Live, peer => Writing.Burst(Storm).Run(peer, bench));
            Tables.PrintRooms($"S2: {Storm} people, one card each within 2 s", results, burst: true);
            findings.AddRange(Targets.Burst(results));
        }

        if (Wanted("S3"))
        {
            var results = await Calmest([.. Live, "hocuspocus"], peer => JoinStorm.Run(peer, bench, Storm));
            Tables.PrintJoins($"S3: {Storm} joins within 2 s into 500 cards", results);
            findings.AddRange(Targets.Joins(results));
        }

        if (Wanted("S4"))
        {
            var results = await Calmest(Live, peer => Writing.Tables(TableGroups, options.Length).Run(peer, bench));
            Tables.PrintRooms($"S4: {TableGroups} rooms of 10 people, {Writing.TableRate} cards/s in each for {options.Length.TotalSeconds} s", results, burst: false);
            findings.AddRange(Targets.Rooms(results));
        }

        if (Wanted("S5"))
        {
            var results = await Calmest(Live, peer => Doubling.Run(peer, bench));
            Tables.PrintFigures(
                "S5: 100 people, the rate doubles every 3 s from 25 to 1600 cards/s, while p99 is at most 250 ms and nothing is lost", results,
                (Doubling.Held, "held cards/s"), (Doubling.P99, "p99 there"), (Doubling.Together, "cards per message at 400/s"));
            findings.AddRange(Targets.Rates(results));
        }

        if (Wanted("S6"))
        {
            var results = await Calmest(Live, peer => Idling.Run(peer, bench));
            Tables.PrintFigures("S6: 1000 idle connections on top of 100", results, (Idling.PerConnection, "kB per connection"), (Idling.All, "RSS MB"));
            findings.AddRange(Targets.Idle(results));
        }

        if (Wanted("S7"))
        {
            var results = await Calmest(["workshop", "hocuspocus"], peer => Reopening.Run(peer, bench, LongLog));
            Tables.PrintFigures(
                $"S7: {LongLog} commits (500 cards, then edits), killed and started", results,
                (Reopening.Ready, "ready"), (Reopening.Opened, "first client"), (Reopening.Second, "second"), (Reopening.Bytes, "bytes/commit"));
            findings.AddRange(Targets.Reopened(results));
        }

        if (Wanted("S8"))
        {
            var results = await Calmest(["workshop", "kestrel", "signalr", "socket.io"], peer => Starting.Run(peer, bench));
            Tables.PrintFigures("S8: from the start of the process to its first answer", results, (Starting.FirstAnswer, "first answer"));
            findings.AddRange(Targets.Started(results));
        }

        if (findings.Count > 0)
        {
            Tables.PrintFindings(findings);
        }
    }

    /// <summary>Those whose members can write.</summary>
    static IReadOnlyList<string> Live => ["workshop", "socket.io", "kestrel", "signalr"];

    bool Wanted(string scenario) => options.Scenarios.Contains(scenario);

    async Task<IReadOnlyList<Measured>> Calmest(IReadOnlyList<string> able, Func<IPeer, Task<Measured>> run)
    {
        var all = new List<Measured>();
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            // Alternated, so that a noisy minute does not hit one peer alone.
            foreach (var name in able.Where(options.Peers.Contains))
            {
                all.Add(await run(_peers[name]));
                await Console.Error.WriteAsync('.');
            }
        }

        return [.. all.GroupBy(r => r.Peer.Name).Select(g => g.OrderBy(r => r.IsCalm ? TimeSpan.Zero : r.Stall).ThenBy(r => r.Costs.Others).First())];
    }
}

/// <summary>Where scripts/bench has put what is measured.</summary>
static class Deployed
{
    /// <summary>The scripts of the peers that run on Node.js.</summary>
    public const string Scripts = "tests/Workshop.Bench/peers";

    /// <summary>The product, as it is deployed.</summary>
    public static IPeer Product { get; } = new Product("artifacts/bench/server/Workshop.Server");
}
