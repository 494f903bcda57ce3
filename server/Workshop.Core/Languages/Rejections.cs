namespace Workshop.Core.Languages;

/// <summary>Every way in which a text is refused, whatever it is for.</summary>
public static class TextRejections
{
    /// <summary>Nothing, or nothing but white space.</summary>
    public static Rejection Empty() => Rejection.Of("text.empty");
    /// <summary>Control characters, or half a character.</summary>
    public static Rejection Unreadable() => Rejection.Of("text.unreadable");
    /// <summary>More graphemes than fit.</summary>
    public static Rejection TooLong(int length, int most) => Rejection.Of("text.too-long", ("length", length), ("most", most));
    /// <summary>Not a language, or no wording in the language of the original.</summary>
    public static Rejection NoSuchLanguage() => Rejection.Of("text.no-such-language");
    /// <summary>Somebody, or another device, has edited the text since; both stay.</summary>
    public static Rejection EditedMeanwhile(Text now) => Rejection.Of("text.edited-meanwhile", ("text", now.Words), ("version", now.Version));
}
