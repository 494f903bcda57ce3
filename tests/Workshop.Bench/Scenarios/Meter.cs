using Workshop.Bench.Machine;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>Counts what a room costs from a moment on.</summary>
sealed class Meter
{
    readonly Probes _probes;
    readonly RunningServer _server;
    readonly Usage _before;
    readonly long _bytes;

    Meter(Probes probes, RunningServer server)
    {
        probes.Reset();
        (_probes, _server, _before, _bytes) = (probes, server, Usage.Now(server.Process), server.BytesReceived);
    }

    /// <summary>From now on.</summary>
    public static Meter Start(Probes probes, RunningServer server) => new(probes, server);

    /// <summary>Up to now, shared among so many arrivals.</summary>
    public Costs Read(int arrivals)
    {
        var after = Usage.Now(_server.Process);
        var elapsed = after.Since(_before).TotalSeconds;
        var (server, driver) = (after.Server - _before.Server, after.Driver - _before.Driver);
        var busy = after.ServerCores + after.DriverCores - _before.ServerCores - _before.DriverCores;
        return new()
        {
            CpuPerArrival = server.TotalMicroseconds / arrivals,
            BytesPerArrival = (double)(_server.BytesReceived - _bytes) / arrivals,
            PeakMemory = Usage.PeakMemory(_server.Process) / 1e6,
            Driver = driver.TotalSeconds / elapsed / Cores.Driver.Count,
            Others = Math.Max(0, (busy - server - driver).TotalSeconds / elapsed / Cores.Count),
            Stall = _probes.Cores,
            DiskStall = _probes.Disk,
        };
    }
}

/// <summary>What a run has cost, and what else the machine did meanwhile.</summary>
sealed record Costs
{
    /// <summary>CPU of the server in microseconds per arrival.</summary>
    public required double CpuPerArrival { get; init; }
    /// <summary>Bytes that the server sent per arrival.</summary>
    public required double BytesPerArrival { get; init; }
    /// <summary>The most memory that the server has had, in MB.</summary>
    public required double PeakMemory { get; init; }
    /// <summary>How busy the driver was, of its cores.</summary>
    public required double Driver { get; init; }
    /// <summary>How much of all cores others than server and driver took.</summary>
    public required double Others { get; init; }
    /// <summary>The longest stall of a core.</summary>
    public required TimeSpan Stall { get; init; }
    /// <summary>The longest stall of the disk.</summary>
    public required TimeSpan DiskStall { get; init; }
}
