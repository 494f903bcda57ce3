namespace Workshop.Core.Cards;

/// <summary>Every way in which a command about a card is refused.</summary>
public static class CardsRejections
{
    /// <summary>The activity is no board.</summary>
    public static Rejection NoSuchBoard() => Rejection.Of("cards.no-such-board");
    /// <summary>The board was not opened yet.</summary>
    public static Rejection NotOpenYet() => Rejection.Of("cards.not-open-yet");
    /// <summary>The board takes no more cards.</summary>
    public static Rejection Closed() => Rejection.Of("cards.closed");
    /// <summary>The board has no such section, or wants one.</summary>
    public static Rejection NoSuchSection() => Rejection.Of("cards.no-such-section");
    /// <summary>There is no such card.</summary>
    public static Rejection NoSuchCard() => Rejection.Of("cards.no-such-card");
    /// <summary>Only the author may do that.</summary>
    public static Rejection NotYours() => Rejection.Of("cards.not-yours");
    /// <summary>The author has taken the card back.</summary>
    public static Rejection Withdrawn() => Rejection.Of("cards.withdrawn");
    /// <summary>More cards than a workshop takes.</summary>
    public static Rejection TooMany(int most) => Rejection.Of("cards.too-many", ("most", most));
}
