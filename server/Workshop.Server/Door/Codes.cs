using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workshop.Server.Door;

/// <summary>The nine digits by which people join.</summary>
static class Codes
{
    const int Length = 9;

    /// <summary>A random one; it never begins with a zero, which some would not type.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(100_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads what people type: any script's digits, with spaces and dashes as they like. Null: it can't be a code.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 4 * Length)
        {
            return null;
        }

        var digits = new StringBuilder(Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                digits.Append((int)Rune.GetNumericValue(rune));
            }
            else if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format))
            {
                return null;
            }
        }

        return digits.Length == Length ? digits.ToString() : null;
    }
}
