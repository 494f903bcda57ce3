using System.Globalization;
using Workshop.Rehearsal.Client;

namespace Workshop.Rehearsal.Checks;

/// <summary>Compares texts code point by code point.</summary>
public static class Texts
{
    /// <summary>Where two texts part; null: nowhere.</summary>
    public static string? Compare(string what, string expected, string? found)
    {
        if (found is null)
        {
            return $"{what} is missing";
        }

        // Line ends are the one thing that the protocol makes the same.
        var (a, b) = (expected.ReplaceLineEndings("\n").EnumerateRunes().ToList(), found.EnumerateRunes().ToList());
        var at = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == a.Count && at == b.Count ? null : $"{what} parts at character {at + 1}: {Spell(a, at)}, not {Spell(b, at)}";
    }

    /// <summary>Where a text of a record parts from the file's in any of its languages; null: nowhere.</summary>
    public static string? Compare(string what, IReadOnlyDictionary<string, string> expected, JsonElement record, string member)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return $"{what} is missing";
        }

        var found = record.Wordings(member).ToDictionary(w => w.Language, w => w.Words);
        return found.Keys.Except(expected.Keys).FirstOrDefault() is { } more
            ? $"{what} has a wording in {more}"
            : expected.Select(e => Compare($"{what} in {e.Key}", e.Value, found.GetValueOrDefault(e.Key))).FirstOrDefault(t => t is not null);
    }

    static string Spell(List<System.Text.Rune> runes, int at) =>
        at < runes.Count ? string.Create(CultureInfo.InvariantCulture, $"U+{runes[at].Value:X4}") : "the end";
}
