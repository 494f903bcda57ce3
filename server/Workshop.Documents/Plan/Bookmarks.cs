using Workshop.Core.Cards;

namespace Workshop.Documents.Plan;

/// <summary>The names of the places that other places point to. Made of numbers that the product gives, never of words.</summary>
static class Bookmarks
{
    /// <summary>The paragraph that bears the number of a line: <c>line_1_2</c>.</summary>
    public static string OfLine(string number) => $"line_{number.Replace('.', '_')}";

    /// <summary>A card in the annex: <c>card_C014</c>.</summary>
    public static string OfCard(Card card) => $"card_{card.Number}";
}
