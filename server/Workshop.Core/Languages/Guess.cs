namespace Workshop.Core.Languages;

/// <summary>Which language a card is written in, from its letters and its writer. The writer can say otherwise.</summary>
public static class Guess
{
    const string OnlyKazakh = "әғқңөұүһӘҒҚҢӨҰҮҺ";
    static readonly string[] Cyrillic = ["ru", "kk", "uk", "be", "bg", "ky", "mn", "sr", "tg"];
    static readonly string[] Arabic = ["ar", "fa", "ur"];

    /// <summary>
    /// Letters that one language alone has decide first; then the writer's language, if it uses the script; then the first of
    /// the workshop's languages that does; then the commonest of the script.
    /// </summary>
    public static string LanguageOf(string text, string writer, ImmutableArray<string> workshop)
    {
        var (arabic, cyrillic, latin) = Count(text);
        if (text.AsSpan().IndexOfAny(OnlyKazakh) >= 0)
        {
            return "kk";
        }

        string[] candidates = [writer, .. workshop];
        return (arabic, cyrillic, latin) switch
        {
            (0, 0, 0) => writer,
            _ when arabic >= cyrillic && arabic >= latin => candidates.FirstOrDefault(l => Arabic.Contains(Primary(l))) ?? "ar",
            _ when cyrillic >= latin => candidates.FirstOrDefault(l => Cyrillic.Contains(Primary(l))) ?? "ru",
            _ => candidates.FirstOrDefault(l => !Arabic.Contains(Primary(l)) && !Cyrillic.Contains(Primary(l))) ?? "en",
        };
    }

    static string Primary(string tag) => tag.Split('-')[0];

    static (int Arabic, int Cyrillic, int Latin) Count(string text)
    {
        var (arabic, cyrillic, latin) = (0, 0, 0);
        foreach (var c in text)
        {
            arabic += c is >= '\u0620' and <= '\u06ff' && char.IsLetter(c) ? 1 : 0;
            cyrillic += c is >= '\u0400' and <= '\u052f' ? 1 : 0;
            latin += c is <= '\u024f' && char.IsLetter(c) ? 1 : 0;
        }

        return (arabic, cyrillic, latin);
    }
}
