using Workshop.Faults.Evidence;

namespace Workshop.Faults.Invariants;

/// <summary>What people see.</summary>
static class Pages
{
    /// <summary>C5.</summary>
    public static IEnumerable<string> Frames(Found found) =>
        found.Devices.Where(d => d.Seen.Gaps > 0).Select(d => $"{d.Name} had {d.Seen.Gaps} gaps in {d.Seen.Frames} frames");

    /// <summary>C6.</summary>
    public static IEnumerable<string> Same(Found found) => Differences(found.Shown);

    /// <summary>Where readers see otherwise than the last of them.</summary>
    public static ImmutableArray<string> Differences(ImmutableArray<Reading> shown) =>
        [.. shown.GroupBy(s => s.View, StringComparer.Ordinal).SelectMany(view => view.Select(reading => Difference(reading, view.Last())).OfType<string>())];

    static string? Difference(Reading reading, Reading last)
    {
        var differ = reading.Records.Keys.Union(last.Records.Keys, StringComparer.Ordinal)
            .Where(id => reading.Records.GetValueOrDefault(id) != last.Records.GetValueOrDefault(id)).ToList();
        return differ.Count == 0 ? null
            : $"{reading.Reader} shows {differ.Count} records of {reading.View} otherwise than {last.Reader}, e.g. {differ[0]}: "
                + $"{reading.Records.GetValueOrDefault(differ[0], "nothing")} against {last.Records.GetValueOrDefault(differ[0], "nothing")}";
    }
}
