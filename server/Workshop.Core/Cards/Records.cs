namespace Workshop.Core.Cards;

/// <summary>
/// A card, id <c>card:C</c>. Active and parked ones are in <c>public/activity:A</c>; hidden and withdrawn ones only in
/// <c>staff/activity:A</c> and in their author's <c>person:P/activity:A</c>.
/// </summary>
public sealed record CardRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"card:{Card}";
    /// <summary>Which.</summary>
    public required CardId Card { get; init; }
    /// <summary>The board.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>The number that people say: <c>C014</c>, on a SWOT board <c>S03</c>.</summary>
    public required string Number { get; init; }
    /// <summary>The section, where the board has some.</summary>
    public string? Section { get; init; }
    /// <summary>Sorts the cards of a section: by rank, then id; ordinal.</summary>
    public required string Rank { get; init; }
    /// <summary>Its text; <c>text.version</c> is the base of an edit.</summary>
    public required Text Text { get; init; }
    /// <summary>Whose; absent if anonymous.</summary>
    public PersonId? Author { get; init; }
    /// <summary>What has become of it.</summary>
    public required CardStatus Status { get; init; }
    /// <summary>Why it is hidden or parked.</summary>
    public string? Reason { get; init; }
}
