using System.IO.Compression;
using System.Xml.Linq;
using Workshop.Documents.Plan;

namespace Workshop.Documents.Tests;

/// <summary>Reads a Word file as zip and XML, knowing nothing of the code that wrote it.</summary>
sealed class WordReader
{
    static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    readonly Dictionary<string, byte[]> _parts = [];

    public WordReader(byte[] file)
    {
        Bytes = file;
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            _parts[entry.FullName] = to.ToArray();
            Times.Add(entry.LastWriteTime.DateTime);
        }
    }

    /// <summary>The plan of a workshop, as it leaves.</summary>
    public static WordReader PlanOf(LiveWorkshop workshop, string language)
    {
        using var file = new MemoryStream();
        PlanDocument.Write(file, workshop.State, workshop.People, language, workshop.Now);
        return new(file.ToArray());
    }

    public byte[] Bytes { get; }
    public List<DateTime> Times { get; } = [];
    public IEnumerable<string> PartNames => _parts.Keys;
    public XElement Body => Part("word/document.xml").Element(W + "body")!;
    public XElement Styles => Part("word/styles.xml");

    public XElement Part(string name) => XDocument.Load(new MemoryStream(_parts[name])).Root!;
    public string Raw(string name) => System.Text.Encoding.UTF8.GetString(_parts[name]);

    public IReadOnlyList<ReadParagraph> Paragraphs => [.. Body.Descendants(W + "p").Select(p => new ReadParagraph(p))];
    public IReadOnlyList<ReadTable> Tables => [.. Body.Elements(W + "tbl").Select(t => new ReadTable(t))];
    public IEnumerable<string> Texts(string style) => Paragraphs.Where(p => p.Style == style).Select(p => p.Text);
    public string AllText => string.Join('\n', Paragraphs.Select(p => p.Text));

    public XElement StyleOf(string id) => Styles.Elements(W + "style").Single(s => (string?)s.Attribute(W + "styleId") == id);

    /// <summary>The numbers that Word will show: bookmark to number, by counting through the list as Word does.</summary>
    public Dictionary<string, string> NumbersAtBookmarks()
    {
        var levels = Part("word/numbering.xml").Descendants(W + "lvl")
            .Where(l => l.Element(W + "pStyle") is not null)
            .ToDictionary(l => Val(l.Element(W + "pStyle"))!, l => (Level: (int)l.Attribute(W + "ilvl")!, Format: Val(l.Element(W + "lvlText"))!));
        var counters = new int[9];
        var numbers = new Dictionary<string, string>();
        foreach (var paragraph in Paragraphs.Where(p => levels.ContainsKey(p.Style)))
        {
            var (level, format) = levels[paragraph.Style];
            counters[level]++;
            Array.Clear(counters, level + 1, 8 - level);
            var shown = Enumerable.Range(0, level + 1).Aggregate(format, (text, i) => text.Replace($"%{i + 1}", $"{counters[i]}"));
            foreach (var bookmark in paragraph.Bookmarks)
            {
                numbers[bookmark] = shown;
            }
        }

        return numbers;
    }

    /// <summary>The code of each field, with what it shows.</summary>
    public IEnumerable<(string Code, string Shown)> Fields() => _parts.Keys
        .Where(name => name.StartsWith("word/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal))
        .SelectMany(name => Part(name).Descendants(W + "p"))
        .SelectMany(FieldsOf);

    static IEnumerable<(string Code, string Shown)> FieldsOf(XElement paragraph)
    {
        string? code = null;
        var shown = "";
        foreach (var inside in paragraph.Descendants(W + "r").Elements())
        {
            switch (inside.Name.LocalName, (string?)inside.Attribute(W + "fldCharType"))
            {
                case ("fldChar", "begin"):
                    (code, shown) = ("", "");
                    break;
                case ("fldChar", "end"):
                    yield return (code!.Trim(), shown);
                    code = null;
                    break;
                case ("instrText", _):
                    code += inside.Value;
                    break;
                case ("t", _) when code is not null:
                    shown += inside.Value;
                    break;
                default:
                    break;
            }
        }
    }

    internal static string? Val(XElement? element) => (string?)element?.Attribute(W + "val");
    internal static XName Name(string name) => W + name;
}

sealed record ReadParagraph(XElement Element)
{
    XElement? Properties => Element.Element(WordReader.Name("pPr"));

    public string Style => WordReader.Val(Properties?.Element(WordReader.Name("pStyle"))) ?? "Normal";
    public bool RightToLeft => Properties?.Element(WordReader.Name("bidi")) is not null;
    public IReadOnlyList<ReadRun> Runs => [.. Element.Descendants(WordReader.Name("r")).Select(r => new ReadRun(r))];
    public string Text => string.Concat(Runs.Select(r => r.Text));
    public IEnumerable<string> Bookmarks =>
        Element.Descendants(WordReader.Name("bookmarkStart")).Select(b => (string)b.Attribute(WordReader.Name("name"))!);
}

sealed record ReadRun(XElement Element)
{
    XElement? Properties => Element.Element(WordReader.Name("rPr"));

    public bool RightToLeft => Properties?.Element(WordReader.Name("rtl")) is not null;
    public string? Language => (string?)Properties?.Element(WordReader.Name("lang"))?.Attribute(WordReader.Name("val"));
    public string? RightToLeftLanguage => (string?)Properties?.Element(WordReader.Name("lang"))?.Attribute(WordReader.Name("bidi"));
    public string Text => string.Concat(Element.Elements().Select(e => e.Name.LocalName switch
    {
        "t" => e.Value,
        "br" => "\n",
        "tab" => "\t",
        _ => "",
    }));
}

sealed record ReadTable(XElement Element)
{
    public IReadOnlyList<ReadRow> Rows => [.. Element.Elements(WordReader.Name("tr")).Select(r => new ReadRow(r))];
    public bool RightToLeft => Element.Element(WordReader.Name("tblPr"))!.Element(WordReader.Name("bidiVisual")) is not null;
}

sealed record ReadRow(XElement Element)
{
    public bool Has(string property) => Element.Element(WordReader.Name("trPr"))?.Element(WordReader.Name(property)) is not null;
    public IReadOnlyList<IReadOnlyList<ReadParagraph>> Cells =>
        [.. Element.Elements(WordReader.Name("tc")).Select(c => (IReadOnlyList<ReadParagraph>)[.. c.Elements(WordReader.Name("p")).Select(p => new ReadParagraph(p))])];
    public IReadOnlyList<string> Texts => [.. Cells.Select(c => string.Join('\n', c.Select(p => p.Text)))];
}
