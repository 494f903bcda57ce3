using DocumentFormat.OpenXml.Wordprocessing;

namespace Workshop.Documents.Word;

/// <summary>
/// The one list of a plan: 1, 1.1, 1.1.1 … Its levels are bound to styles, so that an objective or action that a secretary inserts
/// in Word is numbered by itself.
/// </summary>
static class Numbering
{
    /// <summary>The list's id.</summary>
    public const int Plan = 1;

    const int Levels = 9;
    const int Indent = 567;
    const int Centre = 170;
    const int CentreOfCell = 300;

    /// <summary>
    /// The definition of the list. In a language written from the right, numbers are centred on their place: Word takes "left" for
    /// the beginning of the line there, LibreOffice for the left.
    /// </summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Numbering Definition(TextLanguage language)
    {
        var list = new AbstractNum { AbstractNumberId = Plan };
        list.Append(new Nsid { Val = "4C0E5A31" }, new MultiLevelType { Val = MultiLevelValues.Multilevel }, new TemplateCode { Val = "7B2C9D10" });
        list.Append(Enumerable.Range(0, Levels).Select(index => LevelAt(index, language.RightToLeft)));
        return new(list, new NumberingInstance(new AbstractNumId { Val = Plan }) { NumberID = Plan });
    }

    static Level LevelAt(int index, bool centred) => new()
    {
        LevelIndex = index,
        StartNumberingValue = new() { Val = 1 },
        NumberingFormat = new() { Val = NumberFormatValues.Decimal },
        ParagraphStyleIdInLevel = index switch
        {
            0 => new() { Val = Styles.Objective },
            1 => new() { Val = Styles.ActionNumber },
            _ => null,
        },
        // The number of an action is alone in its cell.
        LevelSuffix = index == 1 ? new() { Val = LevelSuffixValues.Nothing } : null,
        LevelText = new() { Val = string.Join('.', Enumerable.Range(1, index + 1).Select(n => $"%{n}")) },
        LevelJustification = new() { Val = centred ? LevelJustificationValues.Center : LevelJustificationValues.Left },
        PreviousParagraphProperties = new(index == 1
            ? new Indentation { Left = centred ? $"{CentreOfCell}" : "0", FirstLine = "0" }
            : new Indentation { Left = $"{Indent}", Hanging = $"{(centred ? Indent - Centre : Indent)}" }),
    };
}
