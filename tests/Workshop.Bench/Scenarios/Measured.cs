using Workshop.Bench.Load;
using Workshop.Bench.Machine;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>What a run has come to.</summary>
sealed record Measured
{
    static readonly Latencies None = new([]);

    /// <summary>The peer.</summary>
    public required IPeer Peer { get; init; }
    /// <summary>How many people were in a room, or came into it.</summary>
    public int People { get; init; }
    /// <summary>From due to acknowledged.</summary>
    public Latencies Acks { get; init; } = None;
    /// <summary>From due to the person; of a join storm: from the tap to the board.</summary>
    public Latencies Arrivals { get; init; } = None;
    /// <summary>How many arrivals there should be.</summary>
    public int Expected { get; init; }
    /// <summary>Deliveries that came twice.</summary>
    public int Doubled { get; init; }
    /// <summary>From the last card's time until everyone had everything, in milliseconds.</summary>
    public double AfterTheLast { get; init; }
    /// <summary>Figures that only this scenario has, by name.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();
    /// <summary>What it has cost.</summary>
    public required Costs Costs { get; init; }

    /// <summary>How long the machine kept the peer waiting at worst.</summary>
    public TimeSpan Stall => Peer.WritesToDisk && Costs.DiskStall > Costs.Stall ? Costs.DiskStall : Costs.Stall;

    /// <summary>Whether the slowest answers say something of the peer.</summary>
    public bool IsCalm => Stall <= Probes.Bearable;
}
