using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workshop.Documents.Word;

/// <summary>
/// The styles of our documents; nothing is formatted outside them, so that a secretary can change the look in one place. Each sets
/// the size and weight of complex scripts too, or Arabic would keep Word's own.
/// </summary>
static class Styles
{
    /// <summary>The title of the workshop.</summary>
    public const string Title = "Title";
    /// <summary>What kind of document this is.</summary>
    public const string Kind = "Subtitle";
    /// <summary>Dates below the title.</summary>
    public const string Meta = "Meta";
    /// <summary>A part without a number: priorities, annex.</summary>
    public const string Section = "SectionHeading";
    /// <summary>The heading of an annex, on a page of its own.</summary>
    public const string Annex = "AnnexHeading";
    /// <summary>An objective, numbered 1, 2, 3.</summary>
    public const string Objective = "Heading1";
    /// <summary>A part of a section.</summary>
    public const string Subsection = "Heading2";
    /// <summary>Text.</summary>
    public const string Body = "BodyText";
    /// <summary>Where a line comes from.</summary>
    public const string Sources = "Sources";
    /// <summary>The number of an action, 1.1; a paragraph without words.</summary>
    public const string ActionNumber = "ActionNumber";
    /// <summary>A cell.</summary>
    public const string TableText = "TableText";
    /// <summary>A cell with a number.</summary>
    public const string TableNumber = "TableNumber";
    /// <summary>A cell in smaller print.</summary>
    public const string TableNote = "TableNote";
    /// <summary>The head of a column.</summary>
    public const string TableHead = "TableHead";
    /// <summary>The head of a column of numbers.</summary>
    public const string TableHeadNumber = "TableHeadNumber";
    /// <summary>The word on top of each page.</summary>
    public const string Header = "Header";
    /// <summary>Date and page at the foot of each page.</summary>
    public const string Footer = "Footer";
    /// <summary>A label before a list.</summary>
    public const string Label = "Label";
    /// <summary>A remark of the document beside somebody's words.</summary>
    public const string Remark = "Remark";
    /// <summary>The number of a card, which can be clicked.</summary>
    public const string Reference = "Reference";
    /// <summary>The look of all tables.</summary>
    public const string Table = "PlanTable";

    /// <summary>On every computer of an office, with all letters of Kazakh, and with Arabic ones.</summary>
    const string Typeface = "Times New Roman";

    const string Ink = "18212B";
    const string Muted = "46505C";
    const string Edge = "8A8F94";
    const string Shade = "EEF1F0";

    /// <summary>All of them, for a document in this language.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Styles Definition(TextLanguage language) => new(
        Defaults(language),
        Paragraph("Normal", "Normal", null, null, new(), new() { Default = true }),
        Paragraph(Body, "Body Text", "Normal", null, Spaced(0, 120, 276)),
        Paragraph(Kind, "Subtitle", "Normal", Letters(26, Muted, caps: true), Spaced(0, 120, keepNext: true)),
        Paragraph(Title, "Title", "Normal", Letters(40, Ink, bold: true), Spaced(0, 160, keepNext: true)),
        Paragraph(Meta, "Meta", "Normal", Letters(22, Muted), Spaced(0, 40)),
        Paragraph(Objective, "heading 1", "Normal", Letters(30, Ink, bold: true), Spaced(360, 140, keepNext: true, outline: 0, level: 0)),
        Paragraph(Section, "Section Heading", Objective, null, Spaced(480, 140, keepNext: true, outline: 0, level: -1)),
        Paragraph(Annex, "Annex Heading", Section, null, new() { PageBreakBefore = new() }),
        Paragraph(Subsection, "heading 2", "Normal", Letters(25, Ink, bold: true), Spaced(280, 100, keepNext: true, outline: 1)),
        Paragraph(Sources, "Sources", "Normal", Letters(20, Muted), Spaced(0, 120, 252, keepNext: true, joined: true)),
        Paragraph(TableText, "Table Text", "Normal", Letters(22), Spaced(0, 0)),
        Paragraph(TableNumber, "Table Number", TableText, null, Spaced(0, 0, end: true)),
        Paragraph(TableNote, "Table Note", TableText, Letters(19), Spaced(0, 40)),
        Paragraph(ActionNumber, "Action Number", TableText, null, Spaced(0, 0, level: 1)),
        Paragraph(TableHead, "Table Head", "Normal", Letters(20, bold: true), Spaced(20, 20, keepNext: true)),
        Paragraph(TableHeadNumber, "Table Head Number", TableHead, null, Spaced(20, 20, keepNext: true, end: true)),
        Paragraph(Header, "header", "Normal", Letters(20, Muted, bold: true), Spaced(0, 0, end: true)),
        Paragraph(Footer, "footer", "Normal", Letters(18, Muted), new(
            new Tabs(new TabStop { Val = TabStopValues.End, Position = WordFile.TextWidth }))),
        Character(Label, "Label", Letters(null, bold: true)),
        Character(Remark, "Remark", Letters(19, Muted, bold: false)),
        Character(Reference, "Reference", Letters(null)),
        TableStyle());

    static DocDefaults Defaults(TextLanguage language) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Typeface, HighAnsi = Typeface, EastAsia = Typeface, ComplexScript = Typeface },
            new FontSize { Val = "24" },
            new FontSizeComplexScript { Val = "24" },
            language.RightToLeft
                ? new Languages { Val = "en-GB", EastAsia = "zh-CN", Bidi = language.Tag }
                : new Languages { Val = language.Tag, EastAsia = "zh-CN", Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault());

    static Style Paragraph(
        string id, string name, string? basedOn, StyleRunProperties? letters, StyleParagraphProperties layout, Style? style = null)
    {
        style ??= new() { CustomStyle = char.IsUpper(name[0]) && name is not ("Title" or "Subtitle" or "Body Text") ? true : null };
        style.Type = StyleValues.Paragraph;
        style.StyleId = id;
        style.StyleName = new() { Val = name };
        style.BasedOn = basedOn is null ? null : new() { Val = basedOn };
        style.NextParagraphStyle = id is Objective or Section or Annex or Subsection or Title or Kind ? new() { Val = Body } : null;
        style.PrimaryStyle = new();
        style.StyleParagraphProperties = layout;
        style.StyleRunProperties = letters;
        return style;
    }

    static Style Character(string id, string name, StyleRunProperties letters) => new()
    {
        Type = StyleValues.Character,
        CustomStyle = true,
        StyleId = id,
        StyleName = new() { Val = name },
        PrimaryStyle = new(),
        StyleRunProperties = letters,
    };

    /// <param name="halfPoints">The size; null: that of the text around.</param>
    /// <param name="colour">Null: that of the text around.</param>
    /// <param name="bold">Whether bold; null: like the text around.</param>
    /// <param name="caps">Whether shown in capitals.</param>
    static StyleRunProperties Letters(int? halfPoints, string? colour = null, bool? bold = null, bool caps = false) => new()
    {
        Bold = bold is { } weight ? new() { Val = weight } : null,
        BoldComplexScript = bold is { } complexWeight ? new() { Val = complexWeight } : null,
        Caps = caps ? new() : null,
        Color = colour is null ? null : new() { Val = colour },
        FontSize = halfPoints is { } size ? new() { Val = $"{size}" } : null,
        FontSizeComplexScript = halfPoints is { } complex ? new() { Val = $"{complex}" } : null,
    };

    /// <summary>Space in twentieths of a point, lines in 240ths; joined: none between paragraphs of the style; the level of the plan's list, -1: in none although its parent is.</summary>
    static StyleParagraphProperties Spaced(
        int before, int after, int line = 240, bool keepNext = false, bool end = false, bool joined = false, int? outline = null, int? level = null) => new()
        {
            KeepNext = keepNext ? new() : null,
            KeepLines = keepNext ? new() : null,
            NumberingProperties = level switch
            {
                null => null,
                -1 => new() { NumberingId = new() { Val = 0 } },
                { } index => new() { NumberingLevelReference = new() { Val = index }, NumberingId = new() { Val = Numbering.Plan } },
            },
            SpacingBetweenLines = new() { Before = $"{before}", After = $"{after}", Line = $"{line}", LineRule = LineSpacingRuleValues.Auto },
            Indentation = level == -1 ? new() { Left = "0", FirstLine = "0" } : null,
            ContextualSpacing = joined ? new() : null,
            Justification = end ? new() { Val = JustificationValues.End } : null,
            OutlineLevel = outline is { } depth ? new() { Val = depth } : null,
        };

    static Style TableStyle()
    {
        var style = new Style
        {
            Type = StyleValues.Table,
            CustomStyle = true,
            StyleId = Table,
            StyleName = new() { Val = "Plan Table" },
            PrimaryStyle = new(),
            StyleTableProperties = new()
            {
                TableBorders = new()
                {
                    TopBorder = Line(new TopBorder()),
                    LeftBorder = Line(new LeftBorder()),
                    BottomBorder = Line(new BottomBorder()),
                    RightBorder = Line(new RightBorder()),
                    InsideHorizontalBorder = Line(new InsideHorizontalBorder()),
                    InsideVerticalBorder = Line(new InsideVerticalBorder()),
                },
                TableCellMarginDefault = new()
                {
                    TopMargin = new() { Width = "50", Type = TableWidthUnitValues.Dxa },
                    TableCellLeftMargin = new() { Width = 100, Type = TableWidthValues.Dxa },
                    BottomMargin = new() { Width = "50", Type = TableWidthUnitValues.Dxa },
                    TableCellRightMargin = new() { Width = 100, Type = TableWidthValues.Dxa },
                },
            },
        };
        style.Append(new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties(
            new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Shade }))
        {
            Type = TableStyleOverrideValues.FirstRow,
        });
        return style;
    }

    static TBorder Line<TBorder>(TBorder border)
        where TBorder : BorderType
    {
        border.Val = BorderValues.Single;
        border.Size = 4;
        border.Space = 0;
        border.Color = Edge;
        return border;
    }
}
