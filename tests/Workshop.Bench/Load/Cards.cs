using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workshop.Bench.Load;

/// <summary>
/// What people write: the texts of a recorded workshop in four languages, each behind a mark with its number, by which it is found
/// again in whatever a server makes of it.
/// </summary>
static class Cards
{
    /// <summary>Digits of a number.</summary>
    public const int Digits = 6;

    /// <summary>The board on which the peers' cards are.</summary>
    const string Board = "019a0000-0000-7000-8001-000000000000";

    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly (string Text, string Language)[] Texts =
    [
        .. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "scenario.json"))).RootElement
            .GetProperty("contributions").EnumerateArray()
            .Select(c => (c.GetProperty("text").GetString()!, c.GetProperty("lang").GetString()!)),
    ];

    static ReadOnlySpan<byte> Mark => "#card"u8;

    /// <summary>The text of a card.</summary>
    public static string TextOf(int card) => TextOf(card, card);

    /// <summary>The text that a later edit gives a card.</summary>
    public static string TextOf(int card, int edit) =>
        string.Create(CultureInfo.InvariantCulture, $"#card{card:000000} {Texts[edit % Texts.Length].Text}");

    /// <summary>The id of a card: its number is at the end.</summary>
    public static string IdOf(int card) => string.Create(CultureInfo.InvariantCulture, $"019a0000-0000-7000-8000-{card:000000000000}");

    /// <summary>A card as a board needs it, for servers that hand on what they get.</summary>
    public static string JsonOf(int card, int author) => JsonSerializer.Serialize(
        new
        {
            Id = IdOf(card),
            Board,
            Author = string.Create(CultureInfo.InvariantCulture, $"019a0000-0000-7000-8002-{author:000000000000}"),
            Texts[card % Texts.Length].Language,
            Text = TextOf(card),
        },
        Plain);

    /// <summary>A text as JSON.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);

    /// <summary>Calls back with the number of each card in a message, without understanding the message.</summary>
    public static void Find(ReadOnlySpan<byte> message, Action<int> found)
    {
        for (var at = message.IndexOf(Mark); at >= 0; at = message.IndexOf(Mark))
        {
            message = message[(at + Mark.Length)..];
            found(Number(message[..Digits]));
        }
    }

    /// <summary>How many cards a message holds.</summary>
    public static int Count(ReadOnlySpan<byte> message)
    {
        var count = 0;
        Find(message, _ => count++);
        return count;
    }

    /// <summary>The number of the card with this id.</summary>
    public static int NumberOf(ReadOnlySpan<byte> id) => Number(id[^Digits..]);

    /// <summary>Reads digits.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
