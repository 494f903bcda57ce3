using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workshop.Core.Voting;

/// <summary>What lies in the box: dots and a band, nothing that could name a person or a moment.</summary>
/// <param name="Band">The band's id, set by the server.</param>
/// <param name="Dots">Item to dots; empty: an abstention.</param>
public sealed record Ballot(string Band, IReadOnlyDictionary<ClusterId, int> Dots)
{
    /// <summary>As it is put into the box; sorted, so that it does not show in which order the dots were given.</summary>
    public ImmutableArray<byte> Write() => ImmutableArray.Create(JsonSerializer.SerializeToUtf8Bytes(
        this with { Dots = Dots.OrderBy(d => d.Key.Value, StringComparer.Ordinal).ToDictionary() }, Wire.Json.Log));

    /// <summary>As it is taken out of the box.</summary>
    public static Ballot Read(SealedItem item) => JsonSerializer.Deserialize<Ballot>(item.Payload.AsSpan(), Wire.Json.Log)!;

    /// <summary>
    /// A ballot's receipt: the first 40 bits of SHA-256 of <c>r</c> and the ballot's id, in Crockford's Base32 (no I L O U). Its
    /// device computes the same.
    /// </summary>
    public static string ReceiptOf(string ballot)
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var bits = SHA256.HashData(Encoding.ASCII.GetBytes("r" + ballot)).Take(5).Aggregate(0L, (sofar, b) => (sofar << 8) | b);
        return string.Create(8, bits, (text, rest) =>
        {
            for (var i = 7; i >= 0; i--, rest >>= 5)
            {
                text[i] = alphabet[(int)(rest & 31)];
            }
        });
    }
}
