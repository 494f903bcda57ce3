using System.Reflection;
using Workshop.Bench;
using Workshop.Bench.Machine;
using Workshop.Bench.Peers;
using Workshop.Bench.Report;
using Workshop.Bench.Scenarios;

const int Storm = 300;

if (args is [RelayServer.Command, var relayPort])
{
    await RelayServer.Run(relayPort);
    return 0;
}

if (args is [GroupHub.Command, var hubPort])
{
    await GroupHub.Run(hubPort);
    return 0;
}

if (Options.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync("Not understood; scripts/bench --help lists the options.");
    return 64;
}

string Built(string name) => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;
IReadOnlyList<IPeer> peers =
[
    .. options.Peers.Contains("workshop") ? [new Product(Built("Server"))] : Array.Empty<IPeer>(),
    .. options.Peers.Contains("socket.io") ? [new SocketIo(Built("Peers"))] : Array.Empty<IPeer>(),
    .. options.Peers.Contains("kestrel") ? [new RawKestrel()] : Array.Empty<IPeer>(),
    .. options.Peers.Contains("signalr") ? [new StockSignalR()] : Array.Empty<IPeer>(),
];
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
using var probes = new Probes();

Console.WriteLine($"Server on core {Cores.List(Cores.Server)}, driver on core {Cores.List(Cores.Driver)} of {Cores.Count}; loopback. Times in ms.");
Console.WriteLine("Workshop acknowledges what is on disk, the others what they have received. Its limits on writing are lifted.");
Console.WriteLine($"Of {options.Repeats} runs the calmer is shown; one during which the machine (of Workshop: or the disk) stood still for more than {Probes.Bearable.TotalMilliseconds} ms has no p99.");

try
{
    foreach (var people in options.Scenarios.Contains("S1") ? options.People : [])
    {
        var results = await Calmest(peer => Writing.Steady(peer, options.Port, probes, people, options.Length, stop.Token));
        Tables.PrintRooms($"S1: {people} people in one room, {Writing.Rate} cards/s for {options.Length.TotalSeconds} s", results, burst: false);
        Targets.PrintSteady(results);
    }

    if (options.Scenarios.Contains("S2"))
    {
        var results = await Calmest(peer => Writing.Burst(peer, options.Port, probes, Storm, stop.Token));
        Tables.PrintRooms($"S2: {Storm} people, one card each within 2 s", results, burst: true);
        Targets.PrintBurst(results);
    }

    if (options.Scenarios.Contains("S3"))
    {
        var results = await Calmest(peer => JoinStorm.Run(peer, options.Port, probes, Storm, stop.Token));
        Tables.PrintJoins($"S3: {Storm} joins within 2 s into 500 cards", results);
        Targets.PrintJoins(results);
    }
}
catch (Exception e) when (e is BenchException or TimeoutException or OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"Not measured to the end: {e.Message}");
    return 1;
}

return 0;

async Task<IReadOnlyList<Measured>> Calmest(Func<IPeer, Task<Measured>> run)
{
    var all = new List<Measured>();
    for (var repeat = 0; repeat < options.Repeats; repeat++)
    {
        // Alternated, so that a noisy minute does not hit one peer alone.
        foreach (var peer in peers)
        {
            all.Add(await run(peer));
            await Console.Error.WriteAsync('.');
        }
    }

    return [.. all.GroupBy(r => r.Peer.Name).Select(g => g.OrderBy(r => r.IsCalm ? TimeSpan.Zero : r.Stall).ThenBy(r => r.Costs.Others).First())];
}
