namespace Workshop.Rehearsal.Recording;

/// <summary>The anonymous cards of a recording, which are not played: every count that includes them is checked without exactly them.</summary>
public sealed class Anonymous(RecordedWorkshop recorded)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<Contribution> Cards { get; } = [.. recorded.Contributions.Where(c => c.Anonymous)];

    /// <summary>Those that are active at the end.</summary>
    public IEnumerable<Contribution> Active => Cards.Where(c => c.Status == "active");

    /// <summary>Those that everyone sees at a second.</summary>
    public IEnumerable<Contribution> VisibleAt(int t) => Cards.Where(c =>
        (c.TReceived ?? c.T) <= t && !(c.Status is "hidden" or "withdrawn" && (c.StatusT ?? c.T) <= t));

    /// <summary>Whether the card is one of them.</summary>
    public bool Includes(string card) => Cards.Any(c => c.Id == card);

    /// <summary>Says what was subtracted; null: nothing.</summary>
    public static string? Note(IEnumerable<Contribution> subtracted) =>
        string.Join(" ", subtracted.Select(c => c.Id)) is { Length: > 0 } ids ? $"less the anonymous {ids}" : null;
}
