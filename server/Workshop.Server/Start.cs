using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Console;
using Workshop.Server.Accounts;
using Workshop.Storage;

namespace Workshop.Server;

/// <summary>How the process starts: checked in the order in which nothing is left behind if something is wrong, and in one line if it is.</summary>
static class Start
{
    const int BadUsage = 64;
    const int PortTaken = 69;
    const int DatabaseUnusable = 78;

    /// <summary>Runs until it is told to stop; the exit code.</summary>
    public static async Task<int> Run(string[] args, Func<Settings, WebApplication> build)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine($"{Settings.Help}\n\n{Maintenance.Help}");
            return 0;
        }

        if (Maintenance.Run(args) is { } done)
        {
            return done;
        }

        try
        {
            if (args is ["health", .. var where])
            {
                return await AskHealth(Settings.Read(where, Environment.GetEnvironmentVariable).Port);
            }

            if (args is ["reset-password", var login, .. var options])
            {
                return await ResetPassword(login, build(Settings.Read(options, Environment.GetEnvironmentVariable)));
            }

            var settings = Settings.Read(args, Environment.GetEnvironmentVariable);
            if (settings.Migrate)
            {
                OpenDatabase(settings).Dispose();
                Console.WriteLine("The database is ready for this release.");
                return 0;
            }

            settings = settings with { Port = RequireFreePort(settings) };
            if (settings.Metrics is { } metrics)
            {
                RequireFree(metrics.Address, metrics.Port);
            }

            await using var app = build(settings);
            app.Services.GetRequiredService<IDatabase>();
            await app.StartAsync();
            await Announce(app, settings);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (SettingsException e)
        {
            return await Say(e.Message, BadUsage);
        }
        catch (DatabaseUnusableException e)
        {
            return await Say(e.Message, DatabaseUnusable);
        }
        catch (PortTakenException e)
        {
            return await Say(e.Message, PortTaken);
        }
    }

    /// <summary>A host with nothing configured but what this program sets.</summary>
    public static WebApplicationBuilder CreateBuilder(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = HostLimits.Body;
            kestrel.Limits.RequestHeadersTimeout = HostLimits.Headers;
            if (settings.Lan)
            {
                kestrel.ListenAnyIP(settings.Port);
            }
            else
            {
                kestrel.ListenLocalhost(settings.Port);
            }

            if (settings.Metrics is { } metrics)
            {
                kestrel.Listen(metrics);
            }
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(6));
        builder.Services.AddSingleton(new Health.DatabaseClock(TimeProvider.System));
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<Health.DatabaseClock>());
        builder.Services.AddSingleton(_ => OpenDatabase(settings));
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // What a client does wrong is not our fault; the meter and the hub say what matters of it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.SignalR.HubConnectionHandler", LogLevel.Critical);
        // Whoever reads the log may have stopped reading: lines are lost then, and counted in a later one; the server goes on.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        if (settings.JsonLogs)
        {
            builder.Logging.AddJsonConsole(json => json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ");
            builder.Services.Configure<JsonConsoleFormatterOptions>(json => json.UseUtcTimestamp = true);
        }
        else
        {
            builder.Logging.AddSimpleConsole(text => text.SingleLine = true);
        }

        return builder;
    }

    static IDatabase OpenDatabase(Settings settings) => settings.SqlServer is { } sqlServer
        ? Storage.SqlServer.Database.Open(sqlServer.Text)
        : Storage.Sqlite.Database.Open(settings.Data);

    /// <summary>Before anything is written: a second start must not touch what the first one uses. The port that is free.</summary>
    static int RequireFreePort(Settings settings)
    {
        var port = RequireFree(settings.Lan ? IPAddress.Any : IPAddress.Loopback, settings.Port);
        return Socket.OSSupportsIPv6 ? RequireFree(settings.Lan ? IPAddress.IPv6Any : IPAddress.IPv6Loopback, port) : port;
    }

    static int RequireFree(IPAddress address, int port)
    {
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new PortTakenException($"Port {port} is in use: end the program that uses it, or choose another one.");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new PortTakenException($"Port {port} may not be used: choose one from 1024 on.");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            return port; // A machine that knows this kind of address, but has none.
        }
    }

    /// <summary>Beside a server that runs, or without one.</summary>
    static async Task<int> ResetPassword(string login, WebApplication app)
    {
        await using (app)
        {
            if (await app.Services.GetRequiredService<PasswordResets>().NewToken(login, CancellationToken.None) is not { } token)
            {
                return await Say($"There is no account with the login {login} in this database.", BadUsage);
            }

            Console.WriteLine($"Choose a new password here, once, within a day: {AddressOf(app.Services.GetRequiredService<Settings>())}/reset#{token}");
            return 0;
        }
    }

    static string AddressOf(Settings settings) => settings.Url?.GetLeftPart(UriPartial.Authority) ?? $"http://localhost:{settings.Port}";

    /// <summary>Where nothing can be printed, a full disk under the log above all, the server serves all the same.</summary>
    static async Task Announce(WebApplication app, Settings settings)
    {
        var token = await app.Services.GetRequiredService<Setup>().Renew(CancellationToken.None);
        try
        {
            Print(token, settings);
        }
        catch (IOException)
        {
        }
    }

    static void Print(string? setupToken, Settings settings)
    {
        var address = AddressOf(settings);
        if (setupToken is not null)
        {
            Console.WriteLine($"Create the first account here, once: {address}/setup#{setupToken}");
        }
        else
        {
            Console.WriteLine($"Workshop is at {address}");
        }

        if (settings.Lan)
        {
            Console.WriteLine($"Everyone on this network can reach port {settings.Port}, and without TLS whoever controls the network can read along.");
        }
    }

    /// <summary>For a container, which has nothing in it to ask with: 0, a node on this machine is ready.</summary>
    static async Task<int> AskHealth(int port)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.IsSuccessStatusCode ? 0 : await Say(await answer.Content.ReadAsStringAsync(), 1);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return await Say($"Nothing answers on port {port}.", 1);
        }
    }

    static async Task<int> Say(string sentence, int exitCode)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exitCode;
    }

    sealed class PortTakenException(string message) : Exception(message);
}
