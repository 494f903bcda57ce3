using System.Globalization;
using Workshop.Documents.Word;
using Workshop.Documents.Words;

namespace Workshop.Documents;

/// <summary>A workshop for the readers of one language: whose names, which words, what time it is there.</summary>
sealed class Edition
{
    readonly TimeZoneInfo _zone;

    /// <summary>The edition for a language; in English where we don't speak it.</summary>
    public Edition(WorkshopState state, PeopleDirectory people, string language, DateTimeOffset now)
    {
        State = state;
        People = people;
        Words = Catalogue.For(language);
        Language = TextLanguage.Of(Words.Tag);
        _zone = ZoneOf(state.Agenda.TimeZone);
        Now = At(now);
    }

    /// <summary>What happened.</summary>
    public WorkshopState State { get; }
    /// <summary>Who is who.</summary>
    public PeopleDirectory People { get; }
    /// <summary>The words of the document itself.</summary>
    public Catalogue Words { get; }
    /// <summary>The language of the document.</summary>
    public TextLanguage Language { get; }
    /// <summary>When the document is made.</summary>
    public Moment Now { get; }

    /// <summary>A moment in the time zone of the workshop.</summary>
    public Moment At(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, _zone);
        var offset = $"UTC{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset.ToString("hh\\:mm", CultureInfo.InvariantCulture)}";
        return new(
            DateOnly.FromDateTime(local.DateTime),
            TimeOnly.FromDateTime(local.DateTime),
            _zone.Id.Contains('/', StringComparison.Ordinal) ? $"{_zone.Id}, {offset}" : offset);
    }

    /// <summary>A text in the reader's language, or as it was written, with a remark that says in which.</summary>
    public Phrase Translated(Text text)
    {
        var said = Best(text);
        return TextLanguage.FamilyOf(said.Tag) == Words.Tag ? Written(said.Words, said.Tag) : $"{Written(said.Words, said.Tag)} {Remark(said.Tag)}";
    }

    /// <summary>A text as it was written.</summary>
    public static Piece Original(Text text) => Written(text.Words, text.Original);

    /// <summary>The words alone, for a place that can't mark a language.</summary>
    public string Plain(Text text) => Best(text).Words;

    /// <summary>A person's name; of nobody, and of one whose name was erased, what the reader is told instead.</summary>
    public Piece Name(PersonId? person) =>
        person is not { } known ? new Said(Words.Anonymous)
        : People.NameOf(known) is { } name ? new Said(name, TextLanguage.Of(Guess.LanguageOf(name, Words.Tag, State.Agenda.Languages)), Proof: false)
        : new Said(Words.NameErased);

    /// <summary>Words whose language nobody has said.</summary>
    public Piece Guessed(string words) => Written(words, Guess.LanguageOf(words, Words.Tag, State.Agenda.Languages));

    static Said Written(string words, string tag) => new(words, TextLanguage.Of(tag));

    (string Words, string Tag) Best(Text text)
    {
        var tag = text.Versions.ContainsKey(Words.Tag) ? Words.Tag
            : text.Versions.Keys.FirstOrDefault(t => TextLanguage.FamilyOf(t) == Words.Tag) ?? text.Original;
        return (text.For(tag), tag);
    }

    Said Remark(string tag)
    {
        var language = Words.InLanguages.GetValueOrDefault(TextLanguage.FamilyOf(tag)) ?? Words.InOriginal(tag);
        return new($"({language.Replace(' ', '\u00a0')})", Style: Styles.Remark);
    }

    /// <summary>A fixed offset, or a name that this machine knows; UTC for one that it does not.</summary>
    static TimeZoneInfo ZoneOf(string zone) =>
        DateTimeOffset.TryParseExact($"2000-01-01T00:00:00{zone}", "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var probe)
            ? TimeZoneInfo.CreateCustomTimeZone(zone, probe.Offset, zone, zone)
            : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
}
