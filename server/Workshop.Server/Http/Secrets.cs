using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workshop.Server.Http;

/// <summary>Tokens that open something: 256 random bits, of which we keep only a hash.</summary>
static class Secrets
{
    /// <summary>A new token, 43 characters that need no escaping in an address.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What we keep of it: SHA-256, 64 hex digits.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
