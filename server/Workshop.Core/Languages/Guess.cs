namespace Workshop.Core.Languages;

/// <summary>Which language a card is written in, from its letters and its writer. The writer can say otherwise.</summary>
public static class Guess
{
    const string OnlyKazakh = "әғқңөұүһӘҒҚҢӨҰҮҺ";
    static readonly string[] Cyrillic = ["ru", "kk", "uk", "be", "bg", "ky", "mn", "sr", "tg"];
    static readonly string[] Arabic = ["ar", "fa", "ur"];

    /// <summary>One letter in six of Kazakh is one that Russian lacks, so this many without any are hardly Kazakh.</summary>
    const int NotKazakhAnyMore = 20;

    /// <summary>
    /// Letters that Kazakh alone has decide first; then the writer's language, if it could be written so; then the first of the
    /// workshop's languages that could; then the commonest of the script.
    /// </summary>
    public static string LanguageOf(string text, string writer, ImmutableArray<string> workshop)
    {
        var (arabic, cyrillic, latin) = Count(text);
        if (text.AsSpan().IndexOfAny(OnlyKazakh) >= 0)
        {
            return "kk";
        }

        var hasDottedI = text.AsSpan().IndexOfAny('і', 'І') >= 0;
        string[] candidates = [writer, .. workshop];
        return (arabic, cyrillic, latin) switch
        {
            (0, 0, 0) => writer,
            _ when arabic >= cyrillic && arabic >= latin => candidates.FirstOrDefault(l => Arabic.Contains(Primary(l))) ?? "ar",
            _ when cyrillic >= latin => candidates.FirstOrDefault(l => Primary(l) switch
            {
                "kk" => hasDottedI || cyrillic < NotKazakhAnyMore,
                "ru" => !hasDottedI,
                var other => Cyrillic.Contains(other),
            }) ?? "ru",
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
