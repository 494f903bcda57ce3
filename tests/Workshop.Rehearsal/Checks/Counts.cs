namespace Workshop.Rehearsal.Checks;

/// <summary>Named numbers, and how a check spells them.</summary>
public static class Counts
{
    /// <summary>How often each key occurs.</summary>
    public static SortedDictionary<string, int> Of(IEnumerable<string> keys) =>
        new(keys.CountBy(k => k).ToDictionary(), StringComparer.Ordinal);

    extension(SortedDictionary<string, int> counts)
    {
        /// <summary>With one taken off for each of the keys.</summary>
        public SortedDictionary<string, int> Less(IEnumerable<string> keys)
        {
            var left = new SortedDictionary<string, int>(counts, StringComparer.Ordinal);
            foreach (var key in keys)
            {
                left[key] = left.GetValueOrDefault(key) - 1;
            }

            return left;
        }

        /// <summary>As text: <c>active 119, parked 2</c>. What is 0 is left out.</summary>
        public string Spell() =>
            counts.Any(c => c.Value != 0) ? string.Join(", ", counts.Where(c => c.Value != 0).Select(c => $"{c.Key} {c.Value}")) : "none";
    }
}
