using Workshop.Bench;
using Workshop.Bench.Machine;
using Workshop.Bench.Peers;
using Workshop.Bench.Report;
using Workshop.Bench.Scenarios;

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

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
using var probes = new Probes();
var bench = new Workshop.Bench.Scenarios.Bench(options.Port, probes, stop.Token);

Console.WriteLine($"Server on core {Cores.List(Cores.Server)}, driver on core {Cores.List(Cores.Driver)} of {Cores.Count}; loopback. Times in ms.");
Console.WriteLine("Workshop acknowledges what is on disk, the others what they have received. Its limits on writing are lifted.");
Console.WriteLine($"Of {options.Repeats} runs the calmer is shown; one during which the machine (of Workshop: or the disk) stood still for more than {Probes.Bearable.TotalMilliseconds} ms has no p99.");

try
{
    await (options.Curves ? new Curves(bench).Run(options.Length) : new Comparison(options, bench).Run());
    return 0;
}
catch (Exception e) when (e is BenchException or TimeoutException or OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"Not measured to the end: {e.Message}");
    return 1;
}
