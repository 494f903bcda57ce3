using System.Security.Cryptography;
using System.Text;

namespace Workshop.Core.Tests.Properties;

/// <summary>Sealed boxes in memory. Unlike a database it knows who cast what, because nobody reads it but a test.</summary>
public sealed class Boxes
{
    readonly Dictionary<string, Dictionary<PersonId, SealedItem?>> _open = [];

    public void Open(OpenedBox box) => _open.Add(box.Box, box.Electors.ToDictionary(e => e, _ => (SealedItem?)null));

    /// <summary>Whether the item was taken.</summary>
    public bool Cast(SealedCast cast)
    {
        if (!_open.TryGetValue(cast.Box, out var roll) || !roll.TryGetValue(cast.Voter, out var before))
        {
            return false;
        }

        if (before is not null && (cast.Key is null || before.Item != cast.Item || before.EditHash != HashOf(cast.Key)))
        {
            return false;
        }

        roll[cast.Voter] = new(cast.Item, cast.Payload, cast.EditHash);
        return true;
    }

    /// <summary>Its items, as a database hands them over: sorted by their random ids.</summary>
    public ImmutableArray<SealedItem> Empty(string box)
    {
        _open.Remove(box, out var roll);
        return [.. roll!.Values.OfType<SealedItem>().OrderBy(i => i.Item, StringComparer.Ordinal)];
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
