using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Workshop.Server.Http;

/// <summary>
/// The addresses under which this server's own pages are opened: the machine's, or the one that was set. Never what a request says
/// of itself.
/// </summary>
sealed class Origins(Settings settings, TimeProvider clock)
{
    /// <summary>A laptop joins another Wi-Fi in the middle of a day.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    readonly Lock _gate = new();
    readonly HashSet<string> _fixed = Fixed(settings);
    HashSet<string> _machine = [];
    long? _lookedAt;

    /// <summary>Whether the cookie, and everything else, goes over TLS.</summary>
    public bool IsSecure => settings.Url?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether a page of this origin is one of ours.</summary>
    public bool Allows(string origin) => _fixed.Contains(origin) || (settings.Lan && Machine().Contains(origin));

    /// <summary>
    /// The address to show to others: the one that was set; else the one that this request came by, if it is ours and means
    /// something on another machine; else the first of the machine's own.
    /// </summary>
    public string PublicAddress(HttpContext http)
    {
        if (settings.Url is { } url)
        {
            return url.GetLeftPart(UriPartial.Authority);
        }

        var asked = $"http://{http.Request.Host}";
        return !settings.Lan ? $"http://localhost:{settings.Port}"
            : Machine().Contains(asked) ? asked
            : Machine().FirstOrDefault($"http://localhost:{settings.Port}");
    }

    /// <summary>The sockets that our pages may open, for the content security policy.</summary>
    public string SocketOf(HttpContext http)
    {
        var asked = $"{(IsSecure ? "https" : http.Request.Scheme)}://{http.Request.Host}";
        return Allows(asked) ? asked.Replace("http", "ws", StringComparison.Ordinal) : "";
    }

    HashSet<string> Machine()
    {
        lock (_gate)
        {
            if (_lookedAt is not { } at || clock.GetElapsedTime(at) > LookAgain)
            {
                _lookedAt = clock.GetTimestamp();
                _machine = [.. MachineAddresses().Append(Dns.GetHostName()).Select(a => $"http://{a}:{settings.Port}".ToLowerInvariant())];
            }

            return _machine;
        }
    }

    static HashSet<string> Fixed(Settings settings)
    {
        HashSet<string> own =
        [
            $"http://localhost:{settings.Port}", $"http://127.0.0.1:{settings.Port}", $"http://[::1]:{settings.Port}",
        ];
        return settings.Url is not { } url ? own
            // Behind TLS nothing that goes without it is ours.
            : url.Scheme == Uri.UriSchemeHttps ? [url.GetLeftPart(UriPartial.Authority)]
            : [.. own, url.GetLeftPart(UriPartial.Authority)];
    }

    /// <summary>Those of the interfaces that are up, IPv4 first: they can be typed.</summary>
    static IEnumerable<string> MachineAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .Where(a => !a.IsIPv6LinkLocal)
        .OrderBy(a => a.AddressFamily == AddressFamily.InterNetworkV6)
        .Select(a => a.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{a}]" : $"{a}");
}
