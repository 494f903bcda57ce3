using System.Reflection;
using System.Text;

namespace Workshop.Server.Accounts;

/// <summary>
/// What a password may be: long, and nothing that guessers try first. There are no rules of capitals and digits, since they make
/// passwords worse.
/// </summary>
static class PasswordRules
{
    /// <summary>So few different characters are no password, however many there are.</summary>
    const int FewestDifferent = 5;
    /// <summary>What must be left of it without words that everyone would try here.</summary>
    const int FewestOwn = 8;

    /// <summary>What is repeated, at most.</summary>
    const int LongestUnit = 6;

    static readonly string[] Here = ["workshop", "password", "passwort", "пароль", "құпиясөз", "contraseña", "motdepasse", "admin"];
    static readonly HashSet<string> Common = ReadCommon();

    /// <summary>Why it can't be a password; null: it can.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="own">Login and name of whose it is.</param>
    public static Rejection? Refuse(string password, params ReadOnlySpan<string> own) =>
        password.EnumerateRunes().Count() is var length && length < HostLimits.ShortestPassword ? Rejection.Of("account.password-too-short", ("least", HostLimits.ShortestPassword))
            : length > HostLimits.LongestPassword ? Rejection.Of("account.password-too-long", ("most", HostLimits.LongestPassword))
            : IsCommon(password, own) ? Rejection.Of("account.password-common")
            : null;

    static bool IsCommon(string password, ReadOnlySpan<string> own)
    {
        var lower = password.ToLowerInvariant();
        return Common.Contains(lower)
            || lower.EnumerateRunes().Distinct().Count() < FewestDifferent
            || IsRow(lower)
            || IsRepetition(lower)
            || WithoutKnownWords(lower, own).Length < FewestOwn;
    }

    /// <summary>123456789012, abcdefghijkl, and backwards.</summary>
    static bool IsRow(string text)
    {
        var steps = text.Zip(text[1..], (a, b) => b - a).Count(step => step is 1 or -1 or 9 or -9);
        return steps >= text.Length - 2;
    }

    /// <summary>A few characters again and again.</summary>
    static bool IsRepetition(string text) =>
        Enumerable.Range(1, LongestUnit).Any(unit => Enumerable.Range(unit, text.Length - unit).All(i => text[i] == text[i % unit]));

    static string WithoutKnownWords(string text, ReadOnlySpan<string> own)
    {
        foreach (var word in (string[])[.. Here, .. own.ToArray().SelectMany(o => o.ToLowerInvariant().Split(' '))])
        {
            text = word.Length >= 3 ? text.Replace(word, "", StringComparison.Ordinal) : text;
        }

        return text.Replace(" ", "", StringComparison.Ordinal);
    }

    static HashSet<string> ReadCommon()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Workshop.Server.Accounts.common-passwords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];
    }
}
