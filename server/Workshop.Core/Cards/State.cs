namespace Workshop.Core.Cards;

/// <summary>The contributions.</summary>
public sealed record CardsState
{
    /// <summary>None.</summary>
    public static CardsState Empty { get; } = new();

    /// <summary>All of them, whatever has become of them.</summary>
    public ImmutableDictionary<CardId, Card> All { get; init; } = ImmutableDictionary<CardId, Card>.Empty;

    /// <summary>The cards of each board, the newest first.</summary>
    public ImmutableDictionary<ActivityId, ImmutableStack<CardId>> ByBoard { get; init; } = ImmutableDictionary<ActivityId, ImmutableStack<CardId>>.Empty;

    /// <summary>The last rank given in each section of each board.</summary>
    public ImmutableDictionary<(ActivityId Board, string? Section), string> LastRank { get; init; } =
        ImmutableDictionary<(ActivityId, string?), string>.Empty;

    /// <summary>How many numbers of each letter were given: <c>C</c>, <c>S</c> …</summary>
    public ImmutableDictionary<string, int> Numbers { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The card with this id.</summary>
    public Card? Find(CardId id) => All.GetValueOrDefault(id);

    /// <summary>The cards of a board, in the order of writing.</summary>
    public IEnumerable<Card> On(ActivityId board) => ByBoard.GetValueOrDefault(board, []).Reverse().Select(id => All[id]);
}

/// <summary>A contribution.</summary>
public sealed record Card
{
    /// <summary>Which.</summary>
    public required CardId Id { get; init; }
    /// <summary>Its board.</summary>
    public required ActivityId Board { get; init; }
    /// <summary>Its section, where the board has some.</summary>
    public string? Section { get; init; }
    /// <summary>Its place.</summary>
    public required string Rank { get; init; }
    /// <summary>The number that people say.</summary>
    public required string Number { get; init; }
    /// <summary>Its text.</summary>
    public required Text Text { get; init; }
    /// <summary>Whose; null if anonymous.</summary>
    public PersonId? Author { get; init; }
    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>What has become of it.</summary>
    public CardStatus Status { get; init; } = CardStatus.Active;
    /// <summary>Why it is hidden or parked.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether everyone sees it.</summary>
    public bool IsPublic => Status is CardStatus.Active or CardStatus.Parked;
}
