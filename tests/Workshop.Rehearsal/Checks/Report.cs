namespace Workshop.Rehearsal.Checks;

/// <summary>A result that the file expects, and what the server said.</summary>
/// <param name="Key">What is checked, where it stands in the file's <c>expected</c> under its name there.</param>
/// <param name="Expected">What the file expects of what was played.</param>
/// <param name="Found">What the server sent.</param>
/// <param name="Note">What else there is to know, e.g. what was subtracted.</param>
public sealed record Check(string Key, string Expected, string Found, string? Note = null)
{
    /// <summary>Whether both are the same.</summary>
    public bool Agrees => string.Equals(Expected, Found, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Agrees ? "ok  " : "DIFF")}  {Key}: expected {Expected}, found {Found}{(Note is null ? "" : $"   ({Note})")}";
}

/// <summary>Collects what a rehearsal finds and says it line by line.</summary>
public sealed class Report(TextWriter output)
{
    readonly List<Check> _checks = [];

    /// <summary>All checks so far.</summary>
    public IReadOnlyList<Check> Checks => _checks;

    /// <summary>How many differ.</summary>
    public int Differing => _checks.Count(c => !c.Agrees);

    /// <summary>Adds a check, on a line of its own.</summary>
    public void Check(string key, string expected, string found, string? note = null)
    {
        var check = new Check(key, expected, found, note);
        _checks.Add(check);
        output.WriteLine(check);
    }

    /// <summary>Adds a check of two numbers.</summary>
    public void Check(string key, int expected, int found, string? note = null) => Check(key, $"{expected}", $"{found}", note);

    /// <summary>
    /// Adds a check of many things at once: how many are as they should be, and the first that is not.
    /// </summary>
    public void CheckEach<T>(string key, IEnumerable<T> things, Func<T, string?> trouble, string? note = null)
    {
        var troubles = things.Select(trouble).ToList();
        var right = troubles.Count(t => t is null);
        var first = troubles.FirstOrDefault(t => t is not null);
        Check(key, $"{troubles.Count}", first is null ? $"{right}" : $"{right}: {first}", note);
    }

    /// <summary>Says something that is no check.</summary>
    public void Say(string line) => output.WriteLine(line);
}
