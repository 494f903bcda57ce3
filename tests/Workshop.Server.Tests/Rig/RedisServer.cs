using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Workshop.Server.Tests.Rig;

/// <summary>A Redis of its own for a test, started as it is deployed, with one more user for the test itself.</summary>
sealed class RedisServer : IAsyncDisposable
{
    const string Password = "a password, with = signs";

    readonly string _folder = Directory.CreateTempSubdirectory("workshop-redis-").FullName;
    Process _process;

    RedisServer() => _process = Launch();

    public int Port { get; } = FreePort();

    /// <summary>What a node is given, by way of another port or directly; the password comes beside it.</summary>
    public static string[] OptionsBy(int port) => ["--redis", $"127.0.0.1:{port},user=workshop", "--redis-password", Password];

    public static async Task<RedisServer> Start()
    {
        Needed.Require(File.Exists("/usr/bin/redis-server"), "redis-server is not installed: apt-get install redis-server");
        var redis = new RedisServer();
        await redis.UntilReady();
        return redis;
    }

    /// <summary>A command as the user who may do everything.</summary>
    public Task<string> Admin(params string[] command) => Cli("admin", command);

    /// <summary>A command as a node's user.</summary>
    public Task<string> AsNode(params string[] command) => Cli("workshop", command);

    /// <summary>All that is published, by a client of the test.</summary>
    public Task<ConnectionMultiplexer> Listener() =>
        ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { { "127.0.0.1", Port } }, User = "admin", Password = Password });

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task Restart()
    {
        _process.Dispose();
        _process = Launch();
        await UntilReady();
    }

    public Task Freeze() => Signals.Send(_process.Id, "STOP");

    public Task Thaw() => Signals.Send(_process.Id, "CONT");

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    Process Launch()
    {
        var password = Path.Combine(_folder, "password");
        File.WriteAllText(password, Password + "\n");
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Root, "deploy/redis/start"), "--port", $"{Port}", "--bind", "127.0.0.1"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["REDIS_PASSWORD_FILE"] = password, ["REDIS_ADMIN_PASSWORD_FILE"] = password, ["TMPDIR"] = _folder },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    Task UntilReady() => Wait.Until(async () => (await Admin("PING")).Contains("PONG", StringComparison.Ordinal));

    async Task<string> Cli(string user, string[] command)
    {
        var start = new ProcessStartInfo("redis-cli", ["-p", $"{Port}", "--user", user, "--pass", Password, "--no-auth-warning", .. command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var cli = Process.Start(start)!;
        var error = cli.StandardError.ReadToEndAsync();
        var said = await cli.StandardOutput.ReadToEndAsync();
        await cli.WaitForExitAsync();
        return said + await error;
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
