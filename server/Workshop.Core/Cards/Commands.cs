namespace Workshop.Core.Cards;

/// <summary>Commands about contributions.</summary>
public interface ICardsCommand : ICommand;

/// <summary>Writes a card on a board.</summary>
public sealed record AddCard : ICardsCommand
{
    /// <summary>The board: a brainstorm or a SWOT activity.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>The section, where the board has some: <c>s w o t</c>.</summary>
    public string? Section { get; init; }

    /// <summary>1 to 600 graphemes; several lines; kept as written.</summary>
    public required string Text { get; init; }

    /// <summary>A BCP 47 tag; null: guessed from the letters and the writer's language.</summary>
    public string? Language { get; init; }
}

/// <summary>Gives one's own card another text; the earlier versions are kept.</summary>
public sealed record EditCard : ICardsCommand
{
    /// <summary>Which.</summary>
    public required CardId Card { get; init; }

    /// <summary>1 to 600 graphemes.</summary>
    public required string Text { get; init; }

    /// <summary>A BCP 47 tag; null: guessed again.</summary>
    public string? Language { get; init; }

    /// <summary>The version that was edited; an older one is refused with both texts kept.</summary>
    public required int Base { get; init; }
}

/// <summary>Takes one's own card back.</summary>
public sealed record WithdrawCard : ICardsCommand
{
    /// <summary>Which.</summary>
    public required CardId Card { get; init; }
}

/// <summary>Moves a card on its board: one's own, or any for staff.</summary>
public sealed record MoveCard : ICardsCommand
{
    /// <summary>Which.</summary>
    public required CardId Card { get; init; }

    /// <summary>To which section; null on a board without sections.</summary>
    public string? Section { get; init; }

    /// <summary>Behind which card; null: to the front. An unknown one means the end.</summary>
    public CardId? After { get; init; }
}

/// <summary>Takes a card out of sight of all but its author and staff.</summary>
public sealed record HideCard : ICardsCommand
{
    /// <summary>Which.</summary>
    public required CardId Card { get; init; }

    /// <summary>What its author is told, at most 200 graphemes; may be empty.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Sets a card aside as outside the question; everyone still sees it, with the reason.</summary>
public sealed record ParkCard : ICardsCommand
{
    /// <summary>Which.</summary>
    public required CardId Card { get; init; }

    /// <summary>What everyone is told, at most 200 graphemes; may be empty.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Brings a hidden or parked card back.</summary>
public sealed record RestoreCard : ICardsCommand
{
    /// <summary>Which.</summary>
    public required CardId Card { get; init; }
}
