using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workshop.Core.Languages;

/// <summary>What may be written: lengths in graphemes (what a reader counts as a letter), and no control characters.</summary>
public static partial class Writing
{
    /// <summary>The most bytes, UTF-8, that a text's graphemes may take on average. An emoji of a family takes 25, a Tamil syllable 12.</summary>
    public const int BytesPerGrapheme = Limits.BytesPerGrapheme;

    /// <summary>A title or question.</summary>
    public const int Title = Limits.Title;
    /// <summary>The name of a cluster or group.</summary>
    public const int Name = Limits.Name;
    /// <summary>A card or a line of the plan.</summary>
    public const int Card = Limits.CardText;
    /// <summary>A reason for hiding or parking.</summary>
    public const int Reason = Limits.Reason;

    /// <summary>With line ends unified to LF; everything else is kept as written.</summary>
    public static string Unify(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Why a wording can't be taken; null: it can.</summary>
    /// <param name="text">With unified line ends.</param>
    /// <param name="most">The most graphemes.</param>
    /// <param name="mayBeBlank">Whether nothing is something.</param>
    public static Rejection? Refuse(string text, int most, bool mayBeBlank = false)
    {
        if (!mayBeBlank && string.IsNullOrWhiteSpace(text))
        {
            return TextRejections.Empty();
        }

        if (!IsReadable(text))
        {
            return TextRejections.Unreadable();
        }

        var length = new StringInfo(text).LengthInTextElements;
        return length > most || Encoding.UTF8.GetByteCount(text) > most * BytesPerGrapheme
            ? TextRejections.TooLong(length, most)
            : HasPiledMarks(text) ? TextRejections.Unreadable()
            : null;
    }

    /// <summary>Whether so many marks stand on one letter that they cover what is around it.</summary>
    public static bool HasPiledMarks(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > Limits.Marks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the tag has the shape of BCP 47: <c>ru</c>, <c>zh-Hant</c>, <c>pt-BR</c>.</summary>
    public static bool IsTag(string? tag) => tag is not null && TagShape().IsMatch(tag);

    /// <summary>
    /// A text from what a command brings, or why not. Wordings beside the original count as checked by their writer. If it says
    /// the same as <paramref name="from"/>, it is that very text; else its next version.
    /// </summary>
    /// <param name="text">The command's text.</param>
    /// <param name="most">The most graphemes a language.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="from">The text that it replaces.</param>
    public static (Text Text, Rejection? Rejection) Read(NewText text, int most, PersonId? by, Text? from = null)
    {
        if (!text.Words.TryGetValue(text.Original, out var written) || text.Words.Keys.Any(tag => !IsTag(tag)))
        {
            return (None, TextRejections.NoSuchLanguage());
        }

        foreach (var words in text.Words.Values)
        {
            if (Refuse(Unify(words), most) is { } rejection)
            {
                return (None, rejection);
            }
        }

        if (from is not null && SaysSame(text, from))
        {
            return (from, null);
        }

        var version = (from?.Version ?? 0) + 1;
        return (new()
        {
            Original = text.Original,
            Version = version,
            Versions = text.Words.ToImmutableSortedDictionary(
                w => w.Key,
                w => w.Key == text.Original
                    ? new Wording { Text = Unify(written), OfVersion = version }
                    : new Wording { Text = Unify(w.Value), Kind = WordingKind.Checked, By = by, OfVersion = version },
                StringComparer.Ordinal),
        }, null);
    }

    static bool SaysSame(NewText text, Text from) =>
        text.Original == from.Original
        && text.Words.Count == from.Versions.Count
        && text.Words.All(w => from.Versions.TryGetValue(w.Key, out var had) && had.Text == Unify(w.Value));

    static Text None { get; } = Text.Of("en", "");

    static bool IsReadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && c is not ('\n' or '\t'))
            {
                return false;
            }

            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,6}\z")]
    private static partial Regex TagShape();
}
