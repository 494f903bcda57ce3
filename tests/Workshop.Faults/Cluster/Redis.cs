using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Workshop.Faults.Cluster;

/// <summary>A redis-server of our own, which keeps nothing.</summary>
public sealed class Redis
{
    Process? _process;

    /// <summary>Its port, which it keeps.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Whether it is installed.</summary>
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, "redis-server")));

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task Start()
    {
        _process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (tries < 200)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>SIGSTOP or SIGCONT.</summary>
    public async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
