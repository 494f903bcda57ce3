using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Workshop.Faults.Cluster;

/// <summary>A server of the cluster: a process on a port that it keeps, however often it dies.</summary>
public sealed partial class Node(int number, string data, ImmutableArray<string> options, (string Assembly, string Bug)? planted, TextWriter output)
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    Process? _process;

    /// <summary>Which.</summary>
    public int Number => number;

    /// <summary>Its address.</summary>
    public Uri Address { get; } = new($"http://localhost:{FreePort()}");

    /// <summary>The token of the first account's link, from its first start on an empty database.</summary>
    public string? SetupToken { get; private set; }

    /// <summary>How often it ended on its own, or said that something in it was broken.</summary>
    public int Troubles { get; private set; }

    /// <summary>Starts it, and waits until it takes people in.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [ServerPath(), "--port", $"{Address.Port}", "--data", data, "--log", "json", .. options])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (planted is var (assembly, bug))
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = assembly;
            start.Environment["WORKSHOP_SABOTAGE"] = bug;
        }

        var announced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Take(line.Data, announced);
        process.ErrorDataReceived += (_, line) => Take(line.Data, announced);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => announced.TrySetException(new RunException($"Node {number} ended before it was ready."));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await announced.Task.WaitAsync(s_patience);
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        if (_process is { } process)
        {
            process.Kill();
            await End(process);
        }
    }

    /// <summary>SIGTERM, and waits for its end.</summary>
    public async Task Terminate()
    {
        if (_process is { HasExited: false } process)
        {
            await Signal("-TERM");
            await End(process);
        }
    }

    /// <summary>SIGSTOP.</summary>
    public Task Pause() => Signal("-STOP");

    /// <summary>SIGCONT.</summary>
    public Task Resume() => Signal("-CONT");

    async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    async Task End(Process process)
    {
        await process.WaitForExitAsync().WaitAsync(s_patience);
        process.Dispose();
        _process = null;
    }

    void Take(string? line, TaskCompletionSource announced)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.WriteLine($"{number} {line}");
        }

        if (line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal))
        {
            Troubles++;
        }

        if (Announcement().Match(line) is { Success: true } match)
        {
            SetupToken ??= match.Groups["token"] is { Success: true } token ? token.Value : null;
            announced.TrySetResult();
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string ServerPath() => typeof(Node).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().First(a => a.Key == "Server").Value!;

    [GeneratedRegex(@"^(Create the first account|Workshop is at).*http://[^/]+(/setup#(?<token>\S+))?")]
    private static partial Regex Announcement();
}
