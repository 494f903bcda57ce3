using Workshop.Faults.Evidence;

namespace Workshop.Faults.Invariants;

/// <summary>Once, and only once.</summary>
static class Commands
{
    static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(5);

    /// <summary>C1.</summary>
    public static IEnumerable<string> Acknowledged(Found found)
    {
        var rows = found.Stored.Log.ToLookup(r => r.Command, StringComparer.Ordinal);
        var cards = CardsByText(found);
        foreach (var operation in Logged(found).Where(o => o.Known == Known.Ok))
        {
            if (rows[operation.Id].Select(r => r.Seq).ToList() is not [var seq] || seq != operation.Seq)
            {
                yield return $"{Name(operation)} was acknowledged at {operation.Seq} and is at {string.Join(", ", rows[operation.Id].Select(r => r.Seq).DefaultIfEmpty(-1))}";
            }

            if (operation.Canary is { } canary && cards[canary].Count() != 1)
            {
                yield return $"{Name(operation)} has come to {cards[canary].Count()} cards";
            }
        }
    }

    /// <summary>C2.</summary>
    public static IEnumerable<string> Refused(Found found)
    {
        var rows = found.Stored.Log.Select(r => r.Command).ToHashSet(StringComparer.Ordinal);
        return Logged(found).Where(o => o.Known == Known.Refused && rows.Contains(o.Id)).Select(o => $"{Name(o)} was refused ({o.Says}) and is in the log");
    }

    /// <summary>C3.</summary>
    public static IEnumerable<string> Unknown(Found found)
    {
        var rows = found.Stored.Log.ToLookup(r => r.Command, StringComparer.Ordinal);
        var cards = CardsByText(found);
        return Logged(found).Where(o => o.Known == Known.Unknown && (rows[o.Id].Count() > 1 || (o.Canary is { } canary && cards[canary].Count() > 1)))
            .Select(o => $"{Name(o)} is in the log {rows[o.Id].Count()} times");
    }

    /// <summary>C11: a wait of seconds while one client does not read is that client's doing.</summary>
    public static IEnumerable<string> Waits(Found found)
    {
        foreach (var (_, from, to) in found.History.Faults.Where(f => f.Fault.Kind == Schedule.FaultKinds.Stall))
        {
            var late = found.History.Operations
                .Where(o => o.Begun > from + TimeSpan.FromSeconds(1) && o.Begun < to - s_longestWait && (o.Answered ?? to) - o.Begun > s_longestWait)
                .Where(o => o.Known != Known.Unknown || o.Answered is null).ToList();
            if (late.Count > 0)
            {
                yield return $"{late.Count} commands waited longer than {s_longestWait.TotalSeconds} s, the first {Name(late[0])}";
            }
        }
    }

    /// <summary>C12.</summary>
    public static IEnumerable<string> Answered(Found found)
    {
        if (found.Devices.Sum(d => d.Waiting) is > 0 and var waiting)
        {
            yield return $"{waiting} commands still wait";
        }

        if (found.Stored.Integrity != "ok")
        {
            yield return found.Stored.Integrity;
        }
    }

    static IEnumerable<Operation> Logged(Found found) => found.History.Operations.Where(o => !o.IsSealed);

    static ILookup<string, string> CardsByText(Found found) => found.Stored.Log
        .SelectMany(r => r.Happened)
        .Where(e => e.GetProperty("type").GetString() == "cardAdded")
        .Select(e => e.GetRawText())
        .SelectMany(text => Sightings.CanariesIn(text).Distinct(StringComparer.Ordinal))
        .ToLookup(canary => canary, StringComparer.Ordinal);

    static string Name(Operation operation) =>
        $"{operation.Type} {operation.Id} of {operation.By} (to {string.Join(", ", operation.SentTo)})";
}
