using System.Text;
using System.Xml;

namespace Workshop.Documents.Word;

/// <summary>What XML can say.</summary>
static class XmlText
{
    /// <summary>Without the characters that XML 1.0 has no way to hold, such as U+FFFE and halves of a pair; all others stay.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>On one line, for the places that know no lines: the properties of a file.</summary>
    public static string Line(string text) => string.Join(' ', Clean(text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    static bool IsClean(string text) => text.All(c => XmlConvert.IsXmlChar(c));
}
