namespace Workshop.Server.Http;

/// <summary>What browsers are told about our pages: whatever a page holds, it runs our scripts and talks to us alone.</summary>
sealed class SecurityHeaders(RequestDelegate next, Origins origins)
{
    /// <summary>Handles a request.</summary>
    public Task Invoke(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            $"connect-src 'self' {origins.SocketOf(http)}".TrimEnd(),
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (origins.IsSecure)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        if (http.Request.IsForMachines)
        {
            headers.CacheControl = "no-store";
        }

        return next(http);
    }
}
