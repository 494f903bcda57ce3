using Workshop.Faults.Evidence;

namespace Workshop.Faults.Invariants;

/// <summary>The count.</summary>
static class Votes
{
    /// <summary>C9.</summary>
    public static IEnumerable<string> Numbers(Found found)
    {
        var closings = found.Stored.Log.SelectMany(r => r.Happened).Where(e => e.GetProperty("type").GetString() == "votingClosed").ToList();
        if (closings is not [var closed])
        {
            yield return $"the vote was closed {closings.Count} times";
            yield break;
        }

        var ballots = closed.GetProperty("ballots").GetInt32();
        var receipts = closed.GetProperty("receipts").EnumerateArray().Select(r => r.GetProperty("code").GetString()!).ToHashSet(StringComparer.Ordinal);
        if (found.Stored.Voted != ballots || receipts.Count != ballots)
        {
            yield return $"{found.Stored.Voted} have voted, {ballots} ballots, {receipts.Count} receipts";
        }

        if (found.Stored.Items != 0)
        {
            yield return $"{found.Stored.Items} ballots still lie in the box";
        }

        foreach (var person in found.People)
        {
            var casts = found.History.Operations.Where(o => o.IsSealed && o.By == person.Device.Name).ToList();
            if (casts.Any(c => c.Known == Known.Ok) && !receipts.Contains(person.Receipt))
            {
                yield return $"the ballot of {person.Device.Name} was acknowledged and not counted";
            }

            if (casts.All(c => c.Known == Known.Refused) && receipts.Contains(person.Receipt))
            {
                yield return $"the ballot of {person.Device.Name} was refused and counted";
            }
        }
    }
}
