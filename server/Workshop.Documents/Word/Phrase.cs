using System.Globalization;
using System.Runtime.CompilerServices;

namespace Workshop.Documents.Word;

/// <summary>
/// A sentence of a document, written as an interpolated string: what stands in the string is in the document's language, a
/// <see cref="Piece"/> keeps its own. So a catalogue can put a foreign name into the middle of its sentence.
/// </summary>
[InterpolatedStringHandler]
sealed class Phrase
{
    readonly List<Piece> _pieces = [];

    /// <summary>Called by the compiler.</summary>
    public Phrase(int literalLength, int formattedCount) => _ = (literalLength, formattedCount);

    /// <summary>A sentence that is nothing but words of the document's language.</summary>
    public static implicit operator Phrase(string words) => $"{words}";

    /// <summary>A sentence of one piece.</summary>
    public static implicit operator Phrase(Piece piece) => $"{piece}";

    /// <summary>What it is made of, in order.</summary>
    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string words) => _pieces.Add(new Said(words));
    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(string words) => _pieces.Add(new Said(words));
    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(int number) => _pieces.Add(new Said(number.ToString(CultureInfo.InvariantCulture)));
    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(Piece piece) => _pieces.Add(piece);
    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted(Phrase phrase) => _pieces.AddRange(phrase.Pieces);

    /// <summary>Its words, without languages, links and fields.</summary>
    public override string ToString() => string.Concat(_pieces.Select(piece => piece switch
    {
        Said said => said.Words,
        Link link => link.Words,
        Field field => field.Shown,
        _ => "",
    }));

    /// <summary>Phrases one after another, with the separator between them.</summary>
    public static Phrase Join(string separator, IEnumerable<Phrase> phrases)
    {
        var joined = new Phrase(0, 0);
        foreach (var phrase in phrases)
        {
            if (joined._pieces.Count > 0)
            {
                joined.AppendLiteral(separator);
            }

            joined.AppendFormatted(phrase);
        }

        return joined;
    }
}

/// <summary>A part of a sentence.</summary>
abstract record Piece;

/// <summary>Words. They are text and nothing else, whatever they look like.</summary>
/// <param name="Words">As written; a line feed becomes a line break, a tab a tab.</param>
/// <param name="Language">Null: the document's.</param>
/// <param name="Style">A character style; null: the paragraph's.</param>
/// <param name="Proof">Whether a spelling checker should read them; false for names.</param>
sealed record Said(string Words, TextLanguage? Language = null, string? Style = null, bool Proof = true) : Piece;

/// <summary>A leap to a bookmark of the same document. Neither the place nor the words come from a user.</summary>
sealed record Link(string Bookmark, string Words) : Piece;

/// <summary>A field that Word keeps up to date. Its code never comes from a user.</summary>
/// <param name="Code">E.g. <c>PAGE</c>.</param>
/// <param name="Shown">What it shows until Word computes it.</param>
sealed record Field(string Code, string Shown) : Piece
{
    /// <summary>The number of the page.</summary>
    public static Field Page { get; } = new("PAGE", "1");

    /// <summary>How many pages there are.</summary>
    public static Field Pages { get; } = new("NUMPAGES", "1");

    /// <summary>The number of the paragraph at a bookmark, which can be clicked.</summary>
    public static Field NumberAt(string bookmark, string shown) => new($@"REF {bookmark} \r \h", shown);
}
