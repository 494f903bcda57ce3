namespace Workshop.Core.Cards;

/// <summary>What happened to contributions.</summary>
public interface ICardsEvent : IEvent;

/// <summary>What has become of a card.</summary>
public enum CardStatus
{
    /// <summary>On the board.</summary>
    Active,
    /// <summary>Set aside, in sight.</summary>
    Parked,
    /// <summary>Out of sight of all but its author and staff.</summary>
    Hidden,
    /// <summary>Taken back by its author.</summary>
    Withdrawn,
}

/// <summary>A card is on the board. Its number is given in evolve.</summary>
public sealed record CardAdded(
    CardId Card,
    ActivityId Activity,
    string? Section,
    string Rank,
    string Text,
    string Language,
    PersonId? Author) : ICardsEvent;

/// <summary>A card has another text; the earlier one stays in the log under its version.</summary>
public sealed record CardEdited(CardId Card, string Text, string Language, int Version) : ICardsEvent;

/// <summary>A card was taken back by its author.</summary>
public sealed record CardWithdrawn(CardId Card) : ICardsEvent;

/// <summary>A card has another place.</summary>
public sealed record CardMoved(CardId Card, string? Section, string Rank, string? FromSection, string FromRank) : ICardsEvent;

/// <summary>A card is out of sight.</summary>
public sealed record CardHidden(CardId Card, string Reason, CardStatus From) : ICardsEvent;

/// <summary>A card is set aside.</summary>
public sealed record CardParked(CardId Card, string Reason, CardStatus From) : ICardsEvent;

/// <summary>A card is back on the board.</summary>
public sealed record CardRestored(CardId Card, CardStatus From) : ICardsEvent;
