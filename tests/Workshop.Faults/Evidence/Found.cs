using Workshop.Faults.People;

namespace Workshop.Faults.Evidence;

/// <summary>All that a run has left behind: what invariants are checked against.</summary>
public sealed record Found
{
    /// <summary>What everyone did.</summary>
    public required History History { get; init; }
    /// <summary>The facilitator.</summary>
    public required Facilitator Facilitator { get; init; }
    /// <summary>The participants.</summary>
    public required ImmutableArray<Participant> People { get; init; }
    /// <summary>The database.</summary>
    public required Stored Stored { get; init; }
    /// <summary>The public views as each reader has them in the end; last comes a node that has just read the log.</summary>
    public required ImmutableArray<Reading> Shown { get; init; }
    /// <summary>Everything that the nodes have printed.</summary>
    public required string Output { get; init; }

    /// <summary>All devices.</summary>
    public IEnumerable<Device> Devices => People.Select(p => p.Device).Append(Facilitator.Device);
}
