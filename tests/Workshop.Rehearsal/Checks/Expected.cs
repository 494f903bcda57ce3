namespace Workshop.Rehearsal.Checks;

/// <summary>What the file expects. Remembers what was asked for, so that nothing is passed over in silence.</summary>
public sealed class Expected(JsonElement root)
{
    readonly HashSet<string> _asked = [];

    /// <summary>The value at a path such as <c>dot_vote.eligible</c>; null: the file expects nothing there.</summary>
    public JsonElement? At(string path)
    {
        var value = root;
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        _asked.Add(path);
        return value;
    }

    /// <summary>A number at a path; null: none expected.</summary>
    public int? NumberAt(string path) => At(path)?.GetInt32();

    /// <summary>Named numbers at a path; null: none expected.</summary>
    public SortedDictionary<string, int>? CountsAt(string path) => At(path) is not { } counts ? null : new(
        counts.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt32()), StringComparer.Ordinal);

    /// <summary>The keys that nobody has asked for.</summary>
    public IEnumerable<string> NotAsked() => NotAsked(root, "");

    IEnumerable<string> NotAsked(JsonElement element, string path) => element.EnumerateObject().SelectMany(member =>
    {
        var at = path + member.Name;
        return _asked.Contains(at) ? []
            : _asked.Any(a => a.StartsWith(at + ".", StringComparison.Ordinal)) ? NotAsked(member.Value, at + ".")
            : [at];
    });
}
