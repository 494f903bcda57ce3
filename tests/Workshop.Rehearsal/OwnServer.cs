using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Workshop.Rehearsal;

/// <summary>A server of our own on an empty folder, for one rehearsal.</summary>
public sealed partial class OwnServer : IAsyncDisposable
{
    readonly Process _process;
    readonly DirectoryInfo _data;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The link to its first account, read from what it printed.</summary>
    public Uri SetupLink { get; }

    OwnServer(Process process, DirectoryInfo data, Uri address, Uri setupLink) =>
        (_process, _data, Address, SetupLink) = (process, data, address, setupLink);

    /// <summary>Starts the server that was built with the rehearsal.</summary>
    /// <exception cref="RehearsalException">It does not start.</exception>
    public static async Task<OwnServer> Start()
    {
        var data = Directory.CreateTempSubdirectory("rehearsal-");
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [ServerPath(), "--port", $"{port}", "--data", data.FullName])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new RehearsalException("The server can't be started.");
        var link = await ReadLink(process);
        if (link is null)
        {
            await Stop(process, data);
            throw new RehearsalException("The server has printed no setup link: it has stopped, or its database has an account already. Rehearse on an empty one.");
        }

        // What it prints from now on must not fill the pipe.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new(process, data, new($"http://localhost:{port}"), link);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Stop(_process, _data);

    static async Task Stop(Process process, DirectoryInfo data)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    static async Task<Uri?> ReadLink(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Workshop is at", StringComparison.Ordinal))
            {
                return null; // With WORKSHOP_SQLSERVER it uses a database that was there before.
            }

            if (Link().Match(line) is { Success: true } match)
            {
                return new(match.Value);
            }
        }

        return null;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string ServerPath() => typeof(OwnServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "Server").Value!;

    [GeneratedRegex(@"https?://\S+#\S+")]
    private static partial Regex Link();
}
