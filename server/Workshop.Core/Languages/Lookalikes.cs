using System.Text;

namespace Workshop.Core.Languages;

/// <summary>What a reader takes for the same: letters of different alphabets that are drawn alike.</summary>
public static class Lookalikes
{
    // Lower case on both sides; letters that are alike in one of their two forms count. Zero, one and capital I are among them.
    const string Letters =
        "\u0430\u0432\u0435\u0456\u0458\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u04bb\u0501\u051b\u051d\u04cf"
        + "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7i01";
    const string Drawn = "abeljkmhopctyxshdqwlabezhlkmnoptyxlol";

    /// <summary>The same for two texts that are drawn alike, whatever their case and alphabets. It is for comparing only, not for reading.</summary>
    public static string SkeletonOf(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (c is not ('\u200c' or '\u200d'))
            {
                skeleton.Append(Letters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Drawn[at] : c);
            }
        }

        return skeleton.ToString();
    }
}
