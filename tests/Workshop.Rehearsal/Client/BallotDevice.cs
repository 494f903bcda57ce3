using System.Security.Cryptography;
using System.Text;

namespace Workshop.Rehearsal.Client;

/// <summary>The part of a voter's device that casts secret ballots in one vote: it alone can replace its ballot and find its receipt.</summary>
public sealed class BallotDevice
{
    readonly string _ballot = Random128();
    string? _key;

    /// <summary>The receipt by which the voter finds the ballot on the published list.</summary>
    public string Receipt => ReceiptOf(_ballot);

    /// <summary>Whether a ballot of this device was accepted.</summary>
    public bool HasCast => _key is not null;

    /// <summary>A ballot that is the first of this device, or replaces the last one that was accepted.</summary>
    public SealedBallot Seal(string activity, IReadOnlyDictionary<string, int> dots)
    {
        var next = Random128();
        return new(next, Command.New("castBallot", new
        {
            Activity = activity,
            Ballot = _ballot,
            Dots = dots,
            EditHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(next))),
            Key = _key,
        }));
    }

    /// <summary>The ballot was accepted: its key proves the next replacement.</summary>
    public void Accepted(SealedBallot ballot) => _key = ballot.NextKey;

    /// <summary>A ballot's receipt: the first 40 bits of SHA-256 of "r" and its id, in Crockford's Base32.</summary>
    public static string ReceiptOf(string ballot)
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("r" + ballot));
        var bits = ((ulong)hash[0] << 32) | ((ulong)hash[1] << 24) | ((ulong)hash[2] << 16) | ((ulong)hash[3] << 8) | hash[4];
        return string.Concat(Enumerable.Range(0, 8).Select(i => alphabet[(int)((bits >> (35 - (5 * i))) & 31)]));
    }

    static string Random128() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}

/// <summary>A ballot on its way.</summary>
/// <param name="NextKey">The key that replaces it, once it is accepted.</param>
/// <param name="Command">What is sent.</param>
public sealed record SealedBallot(string NextKey, Command Command);
