using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StackExchange.Redis;
using Workshop.Server.Doorbell;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;

namespace Workshop.Server;

/// <summary>
/// Everything that can be set, each with its default: by an option <c>--name value</c>, or by an environment variable
/// <c>WORKSHOP_NAME</c>, which an option overrules. <c>WORKSHOP_NAME_FILE</c> names a file that holds the value: for secrets.
/// </summary>
sealed record Settings
{
    /// <summary>The port to listen on.</summary>
    public int Port { get; init; } = 5080;
    /// <summary>The folder of the database.</summary>
    public string Data { get; init; } = "data";
    /// <summary>The connection string of a database of SQL Server; null: the database is a file in <see cref="Data"/>.</summary>
    public Secret? SqlServer { get; init; }
    /// <summary>Whether to bring the database to this release and end.</summary>
    public bool Migrate { get; init; }
    /// <summary>Whether other machines can reach it, by plain HTTP.</summary>
    public bool Lan { get; init; }
    /// <summary>The address that people open, where it is not the machine's own: behind a proxy with TLS.</summary>
    public Uri? Url { get; init; }
    /// <summary>The proxies whose word on a request's origin counts.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];
    /// <summary>Redis, by which nodes tell each other at once that a log has grown; null: they look every half second.</summary>
    public ConfigurationOptions? Redis { get; init; }
    /// <summary>The password of our user in Redis, where it is not in the connection string.</summary>
    public string? RedisPassword { get; init; }
    /// <summary>The folder of the built browser client; null: there is none.</summary>
    public string? Web { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot") is var beside && Directory.Exists(beside) ? beside : null;
    /// <summary>Whether logs are JSON, a line each.</summary>
    public bool JsonLogs { get; init; } = Console.IsOutputRedirected;
    /// <summary>With its private key: what the keys of cookies are encrypted with in the database; null: they are not.</summary>
    public X509Certificate2? KeyCertificate { get; init; }
    /// <summary>Where metrics can be read; null: nowhere.</summary>
    public IPEndPoint? Metrics { get; init; }
    /// <summary>Limits of the hub.</summary>
    public HubSettings Hub { get; init; } = new();
    /// <summary>Rooms.</summary>
    public RoomSettings Rooms { get; init; } = new();

    static readonly ImmutableArray<Option> Options =
    [
        new("port", "N", "port to listen on; 0: any free one (5080)", (s, v) => s with { Port = Number(v, 0, 65_535) }),
        new("data", "FOLDER", "where the database lies (./data)", (s, v) => s with { Data = v }),
        new("sqlserver", "CONNECTION", "a database of SQL Server instead: its connection string; better by WORKSHOP_SQLSERVER_FILE", (s, v) => s with { SqlServer = Connection(v) }),
        new("migrate", null, "bring the database to this release, as a user who may, and end", (s, v) => s with { Migrate = Truth(v) }),
        new("lan", null, "reachable from other machines, by plain HTTP", (s, v) => s with { Lan = Truth(v) }),
        new("url", "URL", "the address that people open, e.g. https://workshop.example", (s, v) => s with { Url = Address(v) }),
        new("proxy", "IP,...", "reverse proxies, or networks of them, whose X-Forwarded-For and -Proto are believed", (s, v) => s with { Proxies = Networks(v) }),
        new("redis", "CONNECTION", "Redis between several nodes, e.g. localhost:6379 (none)", (s, v) => s with { Redis = Doorbell.Redis.Parse(v) }),
        new("redis-password", "SECRET", "its password, where that is not in the connection string; better as a file", (s, v) => s with { RedisPassword = v }),
        new("web", "FOLDER", "the built browser client (wwwroot beside the program)", (s, v) => s with { Web = Folder(v) }),
        new("log", "text|json", "how logs are written (text on a terminal, else json)", (s, v) => s with { JsonLogs = OneOf(v, "text", "json") == "json" }),
        new("key-certificate", "FILE", "PEM file of a certificate and its RSA key, by which the keys of cookies are encrypted in the database", (s, v) => s with { KeyCertificate = Certificate(v) }),
        new("metrics", "[IP:]PORT", "where Prometheus reads /metrics, on loopback unless an IP is given (nowhere)", (s, v) => s with { Metrics = EndPoint(v) }),
        new("people-writes", "N/BURST", "commands a second and at once, per participant; none: no limit (20/60)", (s, v) => s with { Hub = s.Hub with { PeopleWrites = Limit(v) } }),
        new("staff-writes", "N/BURST", "the same per connection of staff (50/500)", (s, v) => s with { Hub = s.Hub with { StaffWrites = Limit(v) } }),
        new("messages", "N/BURST", "messages of a connection above which it is closed (200/1000)", (s, v) => s with { Hub = s.Hub with { Messages = Limit(v) } }),
        new("connections", "N", "connections of one person to a workshop (20)", (s, v) => s with { Hub = s.Hub with { MostPerPerson = Number(v, 1, 100_000) } }),
        new("room-idle", "SECONDS", "how long a room without connections stays in memory (300)", (s, v) => s with { Rooms = s.Rooms with { Idle = TimeSpan.FromSeconds(Number(v, 0, 86_400)) } }),
    ];

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help { get; } = string.Join('\n',
        Options.Select(o => $"  --{o.Name} {o.Value}".PadRight(28) + o.Help)
            .Prepend("       Workshop.Server reset-password LOGIN [options] prints a link to choose a new password, once; the server may run meanwhile.")
            .Prepend("       Workshop.Server health [--port N] says by its exit code whether a node on this machine is ready.")
            .Prepend("Usage: Workshop.Server [options]; each can also be set as WORKSHOP_NAME, e.g. WORKSHOP_PORT=8080, and a secret as WORKSHOP_NAME_FILE, the file that holds it."));

    /// <summary>Reads options and environment; throws <see cref="SettingsException"/> with one sentence.</summary>
    public static Settings Read(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var settings = new Settings();
        foreach (var option in Options)
        {
            var variable = $"WORKSHOP_{option.Name.Replace('-', '_').ToUpperInvariant()}";
            if ((environment(variable) is { Length: > 0 } value ? value : ReadFile(environment($"{variable}_FILE"))) is { } given)
            {
                settings = option.Set(settings, given);
            }
        }

        for (var i = 0; i < args.Count; i++)
        {
            var (name, inline) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            var option = Options.FirstOrDefault(o => name == $"--{o.Name}")
                ?? throw new SettingsException($"There is no option {args[i]}; --help lists them.");
            settings = option.Set(settings, inline ?? (option.Value is null ? "true" : ++i < args.Count ? args[i] : throw new SettingsException($"{name} needs a value: {option.Value}.")));
        }

        if (settings is { Redis: { } redis, RedisPassword: { } password })
        {
            redis.Password = password;
        }

        return settings;
    }

    static int Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException($"'{value}' is not a number from {least} to {most}.");

    static bool Truth(string value) => OneOf(value, "true", "false") == "true";

    static string OneOf(string value, params ReadOnlySpan<string> allowed) =>
        allowed.Contains(value) ? value : throw new SettingsException($"'{value}' is none of {string.Join(", ", allowed.ToArray())}.");

    static Uri Address(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/"
            ? url
            : throw new SettingsException($"'{value}' is not an address like https://workshop.example.");

    static ImmutableArray<IPNetwork> Networks(string value) =>
    [
        .. value.Split(',').Select(part =>
            IPAddress.TryParse(part, out var address) ? new(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(part, out var network) && network.PrefixLength > 0 ? network
            : throw new SettingsException($"'{part}' is neither an IP address nor a network like 10.0.5.0/24.")),
    ];

    static string? ReadFile(string? file)
    {
        try
        {
            return file is { Length: > 0 } ? File.ReadAllText(file).Trim() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The file {file} can't be read: {e.Message}");
        }
    }

    static IPEndPoint EndPoint(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535 ? new(IPAddress.Loopback, port)
            : IPEndPoint.TryParse(value, out var address) && address.Port > 0 ? address
            : throw new SettingsException($"'{value}' is neither a port nor an IP and a port.");

    static X509Certificate2 Certificate(string file)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(file);
            return certificate.GetRSAPrivateKey() is not null ? certificate : throw new SettingsException($"The certificate {file} comes without its RSA key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"'{file}' is not a PEM file of a certificate and its key.");
        }
    }

    static string Folder(string value) =>
        Directory.Exists(value) ? Path.GetFullPath(value) : throw new SettingsException($"There is no folder {value}.");

    /// <summary>What can't be read may be half a password, so it is not repeated.</summary>
    static Secret Connection(string value) => Storage.SqlServer.Database.IsConnectionString(value)
        ? new(value)
        : throw new SettingsException("The connection string of SQL Server can't be read: it should look like Server=host;Database=workshop;User ID=…;Password=….");

    static Rate Limit(string value) => value == "none" ? Rate.Unlimited
        : value.Split('/') is [var perSecond, var burst] ? new(Number(perSecond, 1, 1_000_000), Number(burst, 1, 1_000_000))
        : throw new SettingsException($"'{value}' is not a limit like 20/60, or none.");

    sealed record Option(string Name, string? Value, string Help, Func<Settings, string, Settings> Set);
}

/// <summary>A setting can't be used; the message is one sentence for whoever starts the server.</summary>
sealed class SettingsException(string message) : Exception(message);

/// <summary>A setting that no log and no message may hold.</summary>
/// <param name="Text">What it is.</param>
sealed record Secret(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => "…";
}
