using System.Diagnostics;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>A server under test, with a folder of its own; disposing it ends the server and deletes the folder.</summary>
sealed class RunningServer : IAsyncDisposable
{
    readonly IPeer _peer;
    readonly int _port;
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshop-bench-");
    readonly Wire _wire = new();
    ServerProcess? _process;
    IRooms? _rooms;

    RunningServer(IPeer peer, int port) => (_peer, _port) = (peer, port);

    /// <summary>The server's process.</summary>
    public int Process => _process!.Id;

    /// <summary>Bytes that the server has sent to members, everything on top of TCP included.</summary>
    public long BytesReceived => _wire.Received;

    /// <summary>What it keeps on disk.</summary>
    public long BytesOnDisk => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    Uri Address => new($"http://localhost:{_port}");

    /// <summary>Starts a server with empty rooms.</summary>
    public static async Task<RunningServer> Start(IPeer peer, int port, CancellationToken cancellation, int rooms = 1)
    {
        var server = new RunningServer(peer, port);
        await server.Boot(cancellation);
        server._rooms = await peer.Prepare(server._process!, server.Address, server._wire, rooms, cancellation);
        return server;
    }

    /// <summary>Brings somebody into a room.</summary>
    public Task<IMember> Enter(int person, Recorder recorder, CancellationToken cancellation, int room = 0) =>
        _rooms!.Enter(room, person, recorder, cancellation);

    /// <summary>Writes cards and edits into the first room.</summary>
    public Task Write(int cards, int edits, CancellationToken cancellation) => _rooms!.Write(_process!, cards, edits, cancellation);

    /// <summary>Ends the process without a word.</summary>
    public ValueTask Kill() => _process!.DisposeAsync();

    /// <summary>Starts the process on what the folder holds.</summary>
    public async Task Boot(CancellationToken cancellation) =>
        _process = await ServerProcess.Start(_peer.Ready, _peer.Command(_port, _folder.FullName), cancellation);

    /// <summary>Asks for anything by HTTP, until there is an answer.</summary>
    public async Task FirstAnswer(CancellationToken cancellation)
    {
        using var http = _wire.Browser(new());
        for (var start = Stopwatch.GetTimestamp(); ; await Task.Delay(2, cancellation))
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/health"));
                using var answer = await http.SendAsync(request, cancellation);
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(start) < Patience.Starting)
            {
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _folder.Delete(recursive: true);
    }
}
