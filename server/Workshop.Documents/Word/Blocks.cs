using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Workshop.Documents.Word;

/// <summary>
/// The few things that our documents are made of: paragraphs in a named style, fields, tables with a header. Each word carries its
/// language; what runs against the paragraph's direction stands between marks, so that a Russian full stop keeps its side in Arabic.
/// </summary>
/// <param name="language">The language of the document.</param>
sealed class Blocks(TextLanguage language)
{
    int _bookmarks;

    /// <summary>The language of the document.</summary>
    public TextLanguage Language { get; } = language;

    /// <summary>A paragraph.</summary>
    /// <param name="style">See <see cref="Styles"/>.</param>
    /// <param name="phrase">What it says.</param>
    /// <param name="bookmark">A name for <see cref="Link"/> and <see cref="Field.NumberAt"/>; null: none.</param>
    /// <param name="written">Whose direction it has; null: the document's.</param>
    public Paragraph Paragraph(string style, Phrase phrase, string? bookmark = null, TextLanguage? written = null)
    {
        var rightToLeft = (written ?? Language).RightToLeft;
        var paragraph = new Paragraph(new ParagraphProperties
        {
            ParagraphStyleId = new() { Val = style },
            BiDi = rightToLeft ? new() : null,
        });
        var inside = phrase.Pieces.SelectMany(piece => Of(piece, rightToLeft));
        paragraph.Append(bookmark is null ? inside : Marked(bookmark, inside));
        return paragraph;
    }

    /// <summary>A table; its header row is repeated on each page, and no row breaks.</summary>
    public Table Table(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        var table = new Table(
            new TableProperties
            {
                TableStyle = new() { Val = Styles.Table },
                BiDiVisual = Language.RightToLeft ? new() : null,
                TableWidth = new() { Type = TableWidthUnitValues.Dxa, Width = Number(columns.Sum(c => c.Width)) },
                TableLayout = new() { Type = TableLayoutValues.Fixed },
                TableLook = new() { FirstRow = true, NoVerticalBand = true, NoHorizontalBand = true, Val = "0020" },
            },
            new TableGrid(columns.Select(c => new GridColumn { Width = Number(c.Width) })));
        table.Append(Row(columns, [.. columns.Select(c => new Cell(Paragraph(HeaderOf(c), c.Header)))], header: true));
        table.Append(rows.Select(cells => Row(columns, cells, header: false)));
        return table;
    }

    static string HeaderOf(Column column) => column.Numbers ? Styles.TableHeadNumber : Styles.TableHead;

    static TableRow Row(IReadOnlyList<Column> columns, IReadOnlyList<Cell> cells, bool header)
    {
        var row = new TableRow(new TableRowProperties(header ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
        row.Append(columns.Zip(cells, (column, cell) => new TableCell(
        [
            new TableCellProperties { TableCellWidth = new() { Type = TableWidthUnitValues.Dxa, Width = Number(column.Width) } },
            .. cell.Paragraphs,
        ])));
        return row;
    }

    IEnumerable<OpenXmlElement> Of(Piece piece, bool rightToLeft) => piece switch
    {
        Said said => Directed(said, rightToLeft),
        Link link => [new Hyperlink(Run(new Said(link.Words, Style: Styles.Reference))) { Anchor = link.Bookmark, History = true }],
        Field field =>
        [
            Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            Run(new FieldCode($" {field.Code} ") { Space = SpaceProcessingModeValues.Preserve }),
            Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Run(new Said(field.Shown)),
            Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        ],
        _ => [],
    };

    /// <summary>Word needs no marks, since its runs have a direction; LibreOffice goes by the characters alone.</summary>
    IEnumerable<OpenXmlElement> Directed(Said said, bool rightToLeft)
    {
        var own = (said.Language ?? Language).RightToLeft;
        var mark = said with { Words = own ? "\u200f" : "\u200e" };
        return own == rightToLeft ? [Run(said)] : [Run(mark), Run(said), Run(mark)];
    }

    Run Run(Said said)
    {
        var run = new Run(Properties(said));
        run.Append(Inside(XmlText.Clean(said.Words)));
        return run;
    }

    Run Run(OpenXmlElement inside) => new(Properties(new("")), inside);

    RunProperties Properties(Said said)
    {
        var spoken = said.Language ?? Language;
        return new()
        {
            RunStyle = said.Style is { } style ? new() { Val = style } : null,
            NoProof = said.Proof ? null : new(),
            RightToLeftText = spoken.RightToLeft ? new() : null,
            Languages = spoken.RightToLeft ? new() { Bidi = spoken.Tag } : new() { Val = spoken.Tag },
        };
    }

    /// <summary>Lines and tabs are elements in Word; all else is text, white space at its ends too.</summary>
    static IEnumerable<OpenXmlElement> Inside(string words)
    {
        var start = 0;
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && words[i] is not ('\n' or '\t'))
            {
                continue;
            }

            if (i > start)
            {
                yield return new Text(words[start..i]) { Space = SpaceProcessingModeValues.Preserve };
            }

            if (i < words.Length)
            {
                yield return words[i] == '\n' ? new Break() : new TabChar();
            }

            start = i + 1;
        }
    }

    IEnumerable<OpenXmlElement> Marked(string bookmark, IEnumerable<OpenXmlElement> inside)
    {
        var id = Number(_bookmarks++);
        return [new BookmarkStart { Id = id, Name = bookmark }, .. inside, new BookmarkEnd { Id = id }];
    }

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A column of a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Width">In twentieths of a point; the text of a page is <see cref="WordFile.TextWidth"/> wide.</param>
/// <param name="Numbers">Whether it holds numbers, which stand at the end of the line.</param>
sealed record Column(Phrase Header, int Width, bool Numbers = false);

/// <summary>A cell of a table: at least one paragraph.</summary>
sealed record Cell(params IReadOnlyList<Paragraph> Paragraphs);
