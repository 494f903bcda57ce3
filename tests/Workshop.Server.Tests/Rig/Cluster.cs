using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Workshop.Server.Tests.Rig;

/// <summary>What <c>scripts/cluster</c> starts: nginx, two nodes on one file, Redis.</summary>
public sealed partial class Cluster : IAsyncLifetime
{
    readonly ConcurrentQueue<string> _output = new();
    readonly int[] _nodes = new int[2];
    Process _script = null!;
    string _logs = "";

    /// <summary>Where nginx listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where everything lies.</summary>
    public string Data { get; } = ServerProcess.NewFolder();

    /// <summary>The facilitator's browser.</summary>
    public Browser Dana { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Needed.Require(File.Exists("/usr/sbin/nginx") && File.Exists("/usr/bin/redis-server"), "nginx and redis-server are not installed: apt-get install nginx-light redis-server");
        var port = FourFreePorts();
        var start = new ProcessStartInfo(
            "bash", [Path.Combine(Repository.Root, "scripts/cluster"), "--no-build", "--port", $"{port}", "--data", Data, "--log", "json", .. UnlimitedStage.Limits])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _script = Process.Start(start)!;
        _script.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _script.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _script.BeginOutputReadLine();
        _script.BeginErrorReadLine();
        await Wait.Until(() => _script.HasExited || Processes() is not null, "scripts/cluster has started everything");
        Assert.False(_script.HasExited, string.Join('\n', _output));
        var processes = Processes()!;
        (_nodes[0], _nodes[1], _logs) = (Number(processes, "first"), Number(processes, "second"), processes.Groups["logs"].Value);
        Address = new($"http://localhost:{port}");
        Dana = new(Address);
        await Dana.SetUp(_output.Select(l => SetupLink().Match(l)).First(m => m.Success).Groups[1].Value);
    }

    /// <summary>The address of a node, beside the proxy.</summary>
    public Uri Node(int index) => new($"http://localhost:{Address.Port + 1 + index}");

    /// <summary>The node to which the proxy leads most connections.</summary>
    public int Serving() => Established(Address.Port + 1) >= Established(Address.Port + 2) ? 0 : 1;

    public Task Signal(int node, string signal) => Signals.Send(_nodes[node], signal);

    public Task UntilGone(int node) => Wait.Until(() => !IsAlive(_nodes[node]));

    /// <summary>What a node has logged.</summary>
    public async Task<string> LogOf(int node)
    {
        await using var log = new FileStream(Path.Combine(_logs, $"node-{node + 1}.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return await new StreamReader(log).ReadToEndAsync();
    }

    /// <summary>A node in the place of one that has ended.</summary>
    public Task<ServerProcess> Replace(int node) => ServerProcess.Start(
        Data, ["--port", $"{Address.Port + 1 + node}", "--url", $"{Address}", "--proxy", "127.0.0.1", .. UnlimitedStage.Limits]);

    public async ValueTask DisposeAsync()
    {
        Dana?.Dispose();
        if (_script is { HasExited: false })
        {
            await Signals.Send(_script.Id, "TERM");
            await Wait.For(_script.WaitForExitAsync(TestContext.Current.CancellationToken));
        }

        Assert.All(_nodes, n => Assert.False(IsAlive(n)));
        Assert.False(Directory.Exists(_logs), "Nothing is left behind.");
        _script?.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    Match? Processes() => _output.Select(l => Started().Match(l)).FirstOrDefault(m => m.Success);

    static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>A process that is dead but not waited for is not alive.</summary>
    static bool IsAlive(int process) => File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    static int Established(int port) => new[] { "/proc/net/tcp", "/proc/net/tcp6" }
        .SelectMany(File.ReadLines)
        .Count(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var local, _, "01", ..] && local.EndsWith($":{port:X4}", StringComparison.Ordinal));

    static int FourFreePorts()
    {
        while (true)
        {
            var first = Random.Shared.Next(20_000, 30_000);
            if (Enumerable.Range(first, 4).All(IsFree))
            {
                return first;
            }
        }
    }

    static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex("node-1 (?<first>[0-9]+), node-2 (?<second>[0-9]+), nginx [0-9]+; their logs are in (?<logs>[^ ]+)\\.")]
    private static partial Regex Started();

    [GeneratedRegex("/setup#(\\S+)")]
    private static partial Regex SetupLink();
}
