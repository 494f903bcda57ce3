namespace Workshop.Server.Http;

/// <summary>How our cookies are named and kept.</summary>
static class Cookies
{
    /// <summary>Under TLS with the prefix by which browsers refuse one that somebody else has planted.</summary>
    public static string Name(string name, Origins origins) => origins.IsSecure ? $"__Host-{name}" : name;

    /// <summary>No script reads it, no other site's form sends it.</summary>
    public static CookieOptions Options(Origins origins, TimeSpan lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = origins.IsSecure,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
