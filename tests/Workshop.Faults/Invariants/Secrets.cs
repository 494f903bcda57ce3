using Workshop.Faults.Evidence;

namespace Workshop.Faults.Invariants;

/// <summary>What nobody may see.</summary>
static class Secrets
{
    /// <summary>No other column can tell whose an item is.</summary>
    static readonly ImmutableSortedDictionary<string, string> s_columns = new Dictionary<string, string>
    {
        ["box"] = "box open",
        ["item"] = "box edit_hash id payload",
        ["roll"] = "box person voted",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>C7: from the place on at which it was hidden, no frame and no snapshot holds it.</summary>
    public static IEnumerable<string> HiddenTexts(Found found)
    {
        foreach (var (canary, card, hide) in found.Facilitator.Hidden.Where(h => h.Operation is { Known: Known.Ok, Seq: not null }))
        {
            foreach (var person in found.People.Where(p => !canary.Contains($"-{p.Device.Name}-", StringComparison.Ordinal)))
            {
                foreach (var ((view, _), seq) in person.Device.Seen.Newest.Where(s => s.Key.Canary == canary && s.Value >= hide.Seq))
                {
                    yield return $"card {card}, hidden at {hide.Seq}, came to {person.Device.Name} in {view} at {seq}";
                }
            }
        }
    }

    /// <summary>C8.</summary>
    public static IEnumerable<string> Ballots(Found found)
    {
        foreach (var (table, columns) in found.Stored.Columns)
        {
            if (string.Join(' ', columns) is var have && have != s_columns[table])
            {
                yield return $"{table} has the columns {have}";
            }
        }

        foreach (var trigger in found.Stored.Automatic)
        {
            yield return $"the database does something by itself when a ballot comes: {trigger}";
        }

        var secrets = found.People.SelectMany(p => p.Secrets).ToHashSet(StringComparer.Ordinal);
        foreach (var device in found.Devices.Where(d => d.Seen.Hex.Any(secrets.Contains)))
        {
            yield return $"{device.Name} was sent the id or the key of a ballot";
        }

        var log = string.Concat(found.Stored.Log.Select(r => System.Text.Encoding.UTF8.GetString(r.Events) + r.Command));
        if (secrets.Any(s => log.Contains(s, StringComparison.Ordinal)))
        {
            yield return "the log holds the id or the key of a ballot";
        }

        if (secrets.Any(s => found.Output.Contains(s, StringComparison.Ordinal)))
        {
            yield return "a node has printed the id or the key of a ballot";
        }

        var casts = found.History.Operations.Where(o => o.IsSealed).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        if (found.Stored.Log.Any(r => casts.Contains(r.Command)))
        {
            yield return "the log knows the command of a cast";
        }
    }
}
