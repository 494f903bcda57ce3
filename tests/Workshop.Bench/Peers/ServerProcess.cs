using System.Diagnostics;
using Workshop.Bench.Machine;

namespace Workshop.Bench.Peers;

/// <summary>A server's process, bound to the server's cores.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    readonly Process _process;
    TaskCompletionSource<string>? _answer;

    ServerProcess(Process process, string said) => (_process, Said) = (process, said);

    /// <summary>Its id; <c>taskset</c> becomes the program that it starts.</summary>
    public int Id => _process.Id;

    /// <summary>The line by which it said that it is ready.</summary>
    public string Said { get; }

    /// <summary>Starts a program and waits for a line of output that holds <paramref name="ready"/>.</summary>
    public static async Task<ServerProcess> Start(string ready, IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var process = Process.Start(new ProcessStartInfo("taskset", ["-c", Cores.List(Cores.Server), .. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience.Starting);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(ready, StringComparison.Ordinal))
            {
                var server = new ServerProcess(process, line);
                _ = server.Listen();
                return server;
            }
        }

        throw new BenchException($"{string.Join(' ', command)} has ended before it was ready.");
    }

    /// <summary>Says a line to it, and waits for the line that answers.</summary>
    public async Task Ask(string line, CancellationToken cancellation)
    {
        _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        await _answer.Task.WaitAsync(Patience.Writing, cancellation);
    }

    /// <summary>What it says must not fill the pipe.</summary>
    async Task Listen()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _answer?.TrySetResult(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
