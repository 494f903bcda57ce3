using Workshop.Faults.Evidence;

namespace Workshop.Faults.Invariants;

/// <summary>A promise that is checked from outside.</summary>
/// <param name="Name">A short name, kept for ever.</param>
/// <param name="Says">What is promised.</param>
/// <param name="Breaches">Where it was not kept; none: it was.</param>
public sealed record Invariant(string Name, string Says, Func<Found, IEnumerable<string>> Breaches)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Invariant> All { get; } =
    [
        new("C1", "what was acknowledged is in the log exactly once, where the answer said", Commands.Acknowledged),
        new("C2", "what was refused is not in the log", Commands.Refused),
        new("C3", "what nobody knows the end of is in the log once or not at all", Commands.Unknown),
        new("C4", "the log has no gap, nothing twice, and its clock never runs backwards", Log.Dense),
        new("C5", "no frame leaves a gap", Pages.Frames),
        new("C6", "all devices, all nodes and a replay from nothing show the same", Pages.Same),
        new("C7", "the text of a hidden card goes to nobody but its author and staff", Secrets.HiddenTexts),
        new("C8", "nothing can tell whose ballot is whose", Secrets.Ballots),
        new("C9", "those who have voted, ballots, receipts and the sum are one number", Votes.Numbers),
        new("C10", "the chain of hashes holds", Log.Chain),
        new("C11", "one who does not read holds up nobody", Commands.Waits),
        new("C12", "everything was answered in the end, and the file is sound", Commands.Answered),
    ];
}
