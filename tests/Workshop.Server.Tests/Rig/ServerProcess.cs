using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Workshop.Server.Tests.Rig;

/// <summary>The program itself, in a process of its own, on a free port. Ending it fails the test if it has logged an error that nobody announced.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new();
    readonly ConcurrentBag<string> _expected = [];
    readonly TaskCompletionSource<string> _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly bool _ownsData;

    ServerProcess(string[] by, string data, bool ownsData, IEnumerable<string> options)
    {
        Data = data;
        _ownsData = ownsData;
        string[] command = [.. by, "dotnet", Path.Combine(AppContext.BaseDirectory, "Workshop.Server.dll"), "--port", "0", "--data", data, "--log", "json", .. options];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (ServerDatabase.Connection(data) is { } connection)
        {
            start.Environment["WORKSHOP_SQLSERVER"] = connection;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _announced.TrySetException(new InvalidOperationException($"The server ended: {string.Join('\n', _output)}"));
    }

    /// <summary>Everything it has printed.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Its data folder.</summary>
    public string Data { get; }

    /// <summary>Its address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The token of the setup link; null if there was an account.</summary>
    public string? SetupToken { get; private set; }

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts one on an empty folder, or on the data of another one.</summary>
    public static Task<ServerProcess> Start(string? data = null, params string[] options) => StartBy([], data, options);

    /// <summary>The same by another program, which becomes it.</summary>
    public static async Task<ServerProcess> StartBy(string[] by, string? data, params string[] options)
    {
        var server = new ServerProcess(by, data ?? NewFolder(), data is null, options);
        var line = await Wait.For(server._announced.Task);
        var address = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]);
        server.Address = address.Scheme == Uri.UriSchemeHttp
            ? new(address.GetLeftPart(UriPartial.Authority))
            : new($"http://localhost:{options[Array.IndexOf(options, "--port") + 1]}");
        server.SetupToken = address.Fragment.Length > 1 ? address.Fragment[1..] : null;
        return server;
    }

    /// <summary>Starts one that is expected to refuse: its exit code and what it said.</summary>
    public static Task<(int ExitCode, string Said)> StartRefused(string data, params string[] options) => StartRefusedBy([], data, options);

    /// <summary>The same by another program, which becomes it.</summary>
    public static async Task<(int ExitCode, string Said)> StartRefusedBy(string[] by, string data, params string[] options)
    {
        var server = new ServerProcess(by, data, ownsData: false, options);
        var code = await server.Exit();
        return (code, string.Join('\n', server._output));
    }

    /// <summary>Runs the program for something that is no server: its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workshop.Server.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Wait.For(process.WaitForExitAsync(TestContext.Current.CancellationToken));
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>A folder that does not exist yet.</summary>
    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "workshop-tests", Guid.NewGuid().ToString("n"));

    /// <summary>An error with this text in the log is part of the test.</summary>
    public void Announce(string error) => _expected.Add(error);

    /// <summary>kill -9.</summary>
    public Task Kill()
    {
        _process.Kill();
        return Exit();
    }

    /// <summary>SIGTERM; the exit code.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        return await Exit();
    }

    /// <summary>Waits for its end; the exit code.</summary>
    public async Task<int> Exit()
    {
        await Wait.For(_process.WaitForExitAsync(TestContext.Current.CancellationToken));
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Terminate();
        }

        var errors = _output.Where(IsError).Where(line => !_expected.Any(e => line.Contains(e, StringComparison.Ordinal))).ToList();
        _process.Dispose();
        if (_ownsData)
        {
            ServerDatabase.Delete(Data);
        }

        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.StartsWith("Create the first account", StringComparison.Ordinal) || line.StartsWith("Workshop is at", StringComparison.Ordinal))
        {
            _announced.TrySetResult(line);
        }
    }

    static bool IsError(string line)
    {
        try
        {
            return JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString() is "Error" or "Critical";
        }
        catch (JsonException)
        {
            // What is no log line was printed for people; a crash is such a thing.
            return line.StartsWith("Unhandled exception", StringComparison.Ordinal);
        }
    }
}
