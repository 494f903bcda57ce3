namespace Workshop.Core.Languages;

/// <summary>How a wording of a text came to be.</summary>
public enum WordingKind
{
    /// <summary>As its author wrote it.</summary>
    Original,
    /// <summary>Translated by a machine.</summary>
    Machine,
    /// <summary>Translated by a person, not yet checked.</summary>
    Draft,
    /// <summary>Checked by a person.</summary>
    Checked,
    /// <summary>Of equal legal force.</summary>
    Authentic,
}

/// <summary>A text in one language.</summary>
public sealed record Wording
{
    /// <summary>The words, code point for code point as written.</summary>
    public required string Text { get; init; }

    /// <summary>How it came to be.</summary>
    public WordingKind Kind { get; init; }

    /// <summary>Who wrote it, where it is not the thing's author.</summary>
    public PersonId? By { get; init; }

    /// <summary>The version of the original that it renders.</summary>
    public int OfVersion { get; init; } = 1;
}

/// <summary>Everything that people read in several languages: cards, titles, clusters, plan lines.</summary>
public sealed record Text
{
    /// <summary>The language it was written in, a BCP 47 tag.</summary>
    public required string Original { get; init; }

    /// <summary>Counts the edits, from 1: the base of the next one.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Language to wording, sorted by language; always holds <see cref="Original"/>.</summary>
    public required IReadOnlyDictionary<string, Wording> Versions { get; init; }

    /// <summary>The words of the original.</summary>
    [JsonIgnore]
    public string Words => Versions[Original].Text;

    /// <summary>The words for a reader of <paramref name="language"/>: theirs, or the original.</summary>
    public string For(string language) => Versions.TryGetValue(language, out var wording) ? wording.Text : Words;

    /// <summary>A text in one language.</summary>
    public static Text Of(string language, string words) => new()
    {
        Original = language,
        Versions = ImmutableSortedDictionary.Create<string, Wording>(StringComparer.Ordinal).Add(language, new() { Text = words }),
    };
}

/// <summary>A text as a command brings it: one original, and what its sender already has in other languages.</summary>
public sealed record NewText
{
    /// <summary>The language of the original; must be a key of <see cref="Words"/>.</summary>
    public required string Original { get; init; }

    /// <summary>Language to words, each not blank.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>A text in one language.</summary>
    public static NewText Of(string language, string words) => new()
    {
        Original = language,
        Words = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(language, words),
    };
}
