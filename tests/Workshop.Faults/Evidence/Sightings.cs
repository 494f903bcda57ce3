using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Workshop.Faults.Evidence;

/// <summary>What came over one device's wire, reduced while it comes: which marked texts were seen, where, and how new.</summary>
public sealed partial class Sightings
{
    readonly ConcurrentDictionary<(string View, string Canary), long> _newest = new();
    readonly ConcurrentDictionary<string, byte> _hex = new(StringComparer.Ordinal);
    int _gaps;
    int _frames;

    /// <summary>For each marked text and view the newest seq of a frame or snapshot that held it.</summary>
    public IReadOnlyDictionary<(string View, string Canary), long> Newest => _newest;

    /// <summary>Every run of 32 hex digits that came: what the id or a key of a ballot looks like.</summary>
    public IReadOnlyCollection<string> Hex => (IReadOnlyCollection<string>)_hex.Keys;

    /// <summary>Frames that did not fit onto what their own connection had sent before.</summary>
    public int Gaps => _gaps;

    /// <summary>Frames in all.</summary>
    public int Frames => _frames;

    /// <summary>A frame left a gap.</summary>
    public void AddGap() => Interlocked.Increment(ref _gaps);

    /// <summary>A frame or snapshot came.</summary>
    public void Add(string view, long seq, string json)
    {
        Interlocked.Increment(ref _frames);
        foreach (var match in Canary().EnumerateMatches(json))
        {
            _newest.AddOrUpdate((view, json.Substring(match.Index, match.Length)), seq, (_, old) => Math.Max(old, seq));
        }

        Look(json);
    }

    /// <summary>Any other message came.</summary>
    public void Look(string json)
    {
        foreach (var match in Random128().EnumerateMatches(json))
        {
            _hex.TryAdd(json.Substring(match.Index, match.Length), 0);
        }
    }

    /// <summary>A text that stands in one command only.</summary>
    public static string NewCanary(string by, int number) => FormattableString.Invariant($"canary-{by}-{number}-end");

    /// <summary>The marked texts in a string.</summary>
    public static IEnumerable<string> CanariesIn(string text) => Canary().Matches(text).Select(m => m.Value);

    [GeneratedRegex("canary-[a-z0-9]+-[0-9]+-end")]
    private static partial Regex Canary();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex Random128();
}
