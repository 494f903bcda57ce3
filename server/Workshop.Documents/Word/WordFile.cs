using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workshop.Documents.Word;

/// <summary>
/// A Word file on A4. The same content gives the same bytes: nothing in it comes from a clock or a random number, so that two
/// copies of a signed draft can be compared.
/// </summary>
static class WordFile
{
    /// <summary>The width of the text, in twentieths of a point: A4 less 25 mm for the binder and 20 mm.</summary>
    public const int TextWidth = PageWidth - Binding - Margin;

    const int PageWidth = 11906;
    const int PageHeight = 16838;
    const int Binding = 1417;
    const int Margin = 1134;

    /// <summary>Writes the file. The content is drawn as it is written, one block at a time.</summary>
    public static void Write(Stream output, FileFacts facts, Paragraph header, Paragraph footer, IEnumerable<OpenXmlElement> content)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            Fill(document, facts, header, footer, content);
        }

        package.Position = 0;
        Repack(package, output);
    }

    /// <summary>Every part has a name and an id of ours; those that the library makes up are random.</summary>
    static void Fill(
        WordprocessingDocument document, FileFacts facts, Paragraph header, Paragraph footer, IEnumerable<OpenXmlElement> content)
    {
        var main = document.AddMainDocumentPart();
        document.ChangeIdOfPart(main, "document");
        WriteProperties(document.AddNewPart<CoreFilePropertiesPart>("properties"), facts);
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles.Definition(facts.Language);
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = Numbering.Definition(facts.Language);
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings(facts.Language);
        main.AddNewPart<HeaderPart>("header").Header = new(header);
        main.AddNewPart<FooterPart>("footer").Footer = new(footer);

        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        foreach (var block in content)
        {
            writer.WriteElement(block);
        }

        writer.WriteElement(Page(facts.Language));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    static SectionProperties Page(TextLanguage language)
    {
        var page = new SectionProperties(
            new HeaderReference { Id = "header", Type = HeaderFooterValues.Default },
            new FooterReference { Id = "footer", Type = HeaderFooterValues.Default },
            new PageSize { Width = (uint)PageWidth, Height = (uint)PageHeight },
            new PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = (uint)(language.RightToLeft ? Margin : Binding),
                Right = (uint)(language.RightToLeft ? Binding : Margin),
                Header = 567,
                Footer = 567,
                Gutter = 0,
            });
        if (language.RightToLeft)
        {
            page.Append(new BiDi());
        }

        return page;
    }

    static Settings Settings(TextLanguage language) => new(
        new DefaultTabStop { Val = 567 },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        language.RightToLeft ? new ThemeFontLanguages { Val = "en-GB", Bidi = language.Tag } : new ThemeFontLanguages { Val = language.Tag });

    static void WriteProperties(CoreFilePropertiesPart part, FileFacts facts)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dc = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        const string instance = "http://www.w3.org/2001/XMLSchema-instance";
        var written = facts.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteAttributeString("xmlns", "dc", null, dc);
        xml.WriteAttributeString("xmlns", "dcterms", null, terms);
        xml.WriteAttributeString("xmlns", "xsi", null, instance);
        xml.WriteElementString("dc", "title", dc, XmlText.Line(facts.Title));
        xml.WriteElementString("dc", "subject", dc, facts.Subject);
        xml.WriteElementString("dc", "creator", dc, "Workshop");
        xml.WriteElementString("dc", "language", dc, facts.Language.Tag);
        foreach (var moment in (string[])["created", "modified"])
        {
            xml.WriteStartElement("dcterms", moment, terms);
            xml.WriteAttributeString("xsi", "type", instance, "dcterms:W3CDTF");
            xml.WriteString(written);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The same parts in a zip whose entries bear no time.</summary>
    static void Repack(Stream package, Stream output)
    {
        using var from = new ZipArchive(package, ZipArchiveMode.Read);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // Readers look for the content types first.
        foreach (var part in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var read = part.Open();
            using var write = entry.Open();
            read.CopyTo(write);
        }
    }
}

/// <summary>What a file says of itself in its properties.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subject">What kind of document it is.</param>
/// <param name="Language">Its language.</param>
/// <param name="At">When it was made.</param>
sealed record FileFacts(string Title, string Subject, TextLanguage Language, DateTimeOffset At);
