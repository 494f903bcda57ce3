using System.ComponentModel;
using System.Diagnostics;

namespace Workshop.Server.Tests.Rig;

/// <summary>Looks at the system calls of a running server, and can make them slow or fail: the disk as it is on a bad day.</summary>
public sealed class Strace : IAsyncDisposable
{
    readonly string _file = Path.GetTempFileName();
    readonly Process _process;
    readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Strace(IEnumerable<string> options)
    {
        _process = new() { StartInfo = new("strace", ["-y", "-s", "8192", "-o", _file, .. options]) { RedirectStandardError = true, UseShellExecute = false } };
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
    }

    /// <summary>Looks at calls of all threads of a server.</summary>
    public static Task<Strace> Watch(ServerProcess server, string calls) => Attach("-f", "-e", $"trace={calls}", "-p", $"{server.Id}");

    /// <summary>Makes calls of the thread that writes the database fail, or slow; the other threads are not even slowed down by being watched.</summary>
    /// <param name="server">Whose.</param>
    /// <param name="calls">E.g. <c>fsync,fdatasync</c>.</param>
    /// <param name="how">E.g. <c>error=EIO:when=3</c>.</param>
    public static Task<Strace> Inject(ServerProcess server, string calls, string how)
    {
        var writer = Directory.EnumerateDirectories($"/proc/{server.Id}/task").Single(t => File.ReadAllText(Path.Combine(t, "comm")).Trim() == "database writer");
        return Attach("-e", $"trace={calls}", "-e", $"inject={calls}:{how}", "-p", Path.GetFileName(writer));
    }

    static async Task<Strace> Attach(params string[] options)
    {
        var strace = new Strace(options);
        Needed.Require(strace.Start(), "The disk's bad days need strace: apt-get install strace.");
        await Wait.For(strace._attached.Task, "strace to attach");
        return strace;
    }

    /// <summary>Lets go of the server: what it saw, a line a call.</summary>
    public async Task<IReadOnlyList<string>> Detach()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
            await Wait.For(_process.WaitForExitAsync(TestContext.Current.CancellationToken));
        }

        return await File.ReadAllLinesAsync(_file, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Detach();
        _process.Dispose();
        File.Delete(_file);
    }

    bool Start()
    {
        try
        {
            _process.Start();
            _process.BeginErrorReadLine();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    void Take(string? line)
    {
        if (line?.Contains("attached", StringComparison.Ordinal) == true)
        {
            _attached.TrySetResult();
        }
        else if (line?.Contains("Operation not permitted", StringComparison.Ordinal) == true)
        {
            _attached.TrySetException(new UnauthorizedAccessException(line));
        }
    }
}
