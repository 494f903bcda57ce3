using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Workshop.Rehearsal.Word;

/// <summary>A Word file read with nothing but a ZIP and an XML reader: paragraphs with their styles, and tables.</summary>
public sealed class WordFile
{
    static readonly XNamespace s_w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    readonly Dictionary<string, int> _levels;

    /// <summary>The paragraphs outside tables, in order.</summary>
    public ImmutableArray<WordParagraph> Paragraphs { get; }

    /// <summary>The tables: rows of cells, each with its paragraphs.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<ImmutableArray<WordParagraph>>>> Tables { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="RehearsalException">It is no Word file.</exception>
    public WordFile(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            var body = Load(zip, "word/document.xml").Root!.Element(s_w + "body")!;
            _levels = zip.GetEntry("word/styles.xml") is null ? [] : LevelsOf(Load(zip, "word/styles.xml"));
            Paragraphs = [.. body.Descendants(s_w + "p").Where(p => !p.Ancestors(s_w + "tbl").Any()).Select(Read)];
            Tables =
            [
                .. body.Descendants(s_w + "tbl").Select(table => table.Elements(s_w + "tr")
                    .Select(row => row.Elements(s_w + "tc")
                        .Select(cell => cell.Descendants(s_w + "p").Select(Read).ToImmutableArray())
                        .ToImmutableArray())
                    .ToImmutableArray()),
            ];
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or NullReferenceException)
        {
            throw new RehearsalException($"The Word file can't be read: {e.Message}", e);
        }
    }

    /// <summary>Every paragraph, within tables and outside.</summary>
    public IEnumerable<WordParagraph> Everything => Paragraphs.Concat(Tables.SelectMany(t => t).SelectMany(r => r).SelectMany(c => c));

    static XDocument Load(ZipArchive zip, string entry)
    {
        using var stream = (zip.GetEntry(entry) ?? throw new InvalidDataException($"{entry} is missing.")).Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Style to outline level, 1 for the highest, with what a style inherits.</summary>
    static Dictionary<string, int> LevelsOf(XDocument styles)
    {
        var all = styles.Root!.Elements(s_w + "style").ToDictionary(s => (string)s.Attribute(s_w + "styleId")!);
        return all.Keys.Select(id => (id, level: LevelOf(id))).Where(s => s.level is not null).ToDictionary(s => s.id, s => s.level!.Value);

        int? LevelOf(string? id) => id is null || !all.TryGetValue(id, out var style) ? null
            : (int?)style.Element(s_w + "pPr")?.Element(s_w + "outlineLvl")?.Attribute(s_w + "val") is { } level ? level + 1
            : LevelOf((string?)style.Element(s_w + "basedOn")?.Attribute(s_w + "val"));
    }

    WordParagraph Read(XElement paragraph)
    {
        var style = (string?)paragraph.Element(s_w + "pPr")?.Element(s_w + "pStyle")?.Attribute(s_w + "val");
        var text = new StringBuilder();
        foreach (var part in paragraph.Descendants())
        {
            text.Append(part.Name.LocalName switch
            {
                "t" => part.Value,
                "tab" when part.Parent?.Name == s_w + "r" => "\t",
                "br" or "cr" => "\n",
                "noBreakHyphen" => "\u2011",
                _ => "",
            });
        }

        return new(style is not null && _levels.TryGetValue(style, out var level) ? level : null, text.ToString());
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Level">Of a heading: 1 for the highest; null: body text.</param>
/// <param name="Text">Its words, without an automatic number.</param>
public sealed record WordParagraph(int? Level, string Text);
