using Workshop.Bench.Load;
using Workshop.Bench.Machine;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>What a run has come to.</summary>
sealed record Measured
{
    /// <summary>The peer.</summary>
    public required IPeer Peer { get; init; }
    /// <summary>How many people were in the room, or came into it.</summary>
    public required int People { get; init; }
    /// <summary>From due to acknowledged; of a join storm: none.</summary>
    public Latencies Acks { get; init; } = new([]);
    /// <summary>From due to the person; of a join storm: from the tap to the board.</summary>
    public required Latencies Arrivals { get; init; }
    /// <summary>How many arrivals there should be.</summary>
    public required int Expected { get; init; }
    /// <summary>Deliveries that came twice.</summary>
    public int Doubled { get; init; }
    /// <summary>From the last card's time until everyone had everything, in milliseconds.</summary>
    public double AfterTheLast { get; init; }
    /// <summary>What it has cost.</summary>
    public required Costs Costs { get; init; }

    /// <summary>How long the machine kept the peer waiting at worst.</summary>
    public TimeSpan Stall => Peer.WritesToDisk && Costs.DiskStall > Costs.Stall ? Costs.DiskStall : Costs.Stall;

    /// <summary>Whether the slowest answers say something of the peer.</summary>
    public bool IsCalm => Stall <= Probes.Bearable;
}
