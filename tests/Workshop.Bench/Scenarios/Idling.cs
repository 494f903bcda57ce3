using Workshop.Bench.Load;
using Workshop.Bench.Machine;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>S6: a thousand people are in a room and say nothing.</summary>
static class Idling
{
    /// <summary>Memory of the process for each connection, in kB.</summary>
    public const string PerConnection = "per connection";
    /// <summary>Memory of the process with all of them, in MB.</summary>
    public const string All = "all";

    const int People = 1_000;
    const int WarmUpPeople = 100;

    /// <summary>Until the connections by which they fetched have ended as well.</summary>
    static readonly TimeSpan Breath = Wire.IdleHttp * 3;

    public static async Task<Measured> Run(IPeer peer, Bench bench)
    {
        await using var server = await RunningServer.Start(peer, bench.Port, bench.Cancellation);

        // What the first ones make a server load and compile is not theirs.
        var first = await server.EnterAll(0, WarmUpPeople, Recorder.Ignoring, bench.Cancellation);
        await Task.Delay(Breath, bench.Cancellation);
        var before = Usage.Memory(server.Process);
        var meter = Meter.Start(bench.Probes, server);
        var others = await server.EnterAll(0, People, Recorder.Ignoring, bench.Cancellation);
        var costs = meter.Read(People);
        await Task.Delay(Breath, bench.Cancellation);
        var after = Usage.Memory(server.Process);
        await Room.LeaveAll([.. first, .. others]);
        return new()
        {
            Peer = peer,
            People = People,
            Figures = new Dictionary<string, double> { [PerConnection] = (after - before) / 1e3 / People, [All] = after / 1e6 },
            Costs = costs,
        };
    }
}
