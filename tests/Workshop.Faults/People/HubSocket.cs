using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Workshop.Faults.People;

/// <summary>
/// The hub's protocol over a WebSocket. A client library would read on for its caller; this one can stop reading, and break off
/// without a word.
/// </summary>
sealed class HubSocket : IDisposable
{
    const char EndOfMessage = '\u001e';

    readonly ClientWebSocket _socket = new();
    readonly HttpMessageInvoker _http;
    readonly SemaphoreSlim _writing = new(1);
    readonly CancellationTokenSource _closing = new();
    volatile Task _mayRead = Task.CompletedTask;

    HubSocket()
    {
        _http = new(new SocketsHttpHandler { ConnectCallback = Connect });
    }

    /// <summary>Completes when the connection is over, however it ended.</summary>
    public Task Over { get; private set; } = Task.CompletedTask;

    /// <summary>Connects, shakes hands, and hands on each message until the end.</summary>
    public static async Task<HubSocket> Open(Uri address, string cookies, string origin, Action<string> take, CancellationToken cancellation)
    {
        var hub = new HubSocket();
        try
        {
            hub._socket.Options.SetRequestHeader("Cookie", cookies);
            hub._socket.Options.SetRequestHeader("Origin", origin);
            await hub._socket.ConnectAsync(address, hub._http, cancellation);
            await hub.Write("""{"protocol":"json","version":1}""");
            hub.Over = Task.WhenAny(hub.Read(take), hub.Ping());
            return hub;
        }
        catch
        {
            hub.Dispose();
            throw;
        }
    }

    /// <summary>Calls a method of the hub; <paramref name="arguments"/> are JSON.</summary>
    public Task Call(string method, params IEnumerable<string> arguments) =>
        Write($$"""{"type":1,"target":"{{method}}","arguments":[{{string.Join(',', arguments)}}]}""");

    /// <summary>Stops reading until <paramref name="until"/> completes.</summary>
    public void StopReading(Task until) => _mayRead = until;

    /// <summary>Breaks off, as a network does.</summary>
    public void Break()
    {
        _closing.Cancel();
        _socket.Abort();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Break();
        _socket.Dispose();
        _http.Dispose();
    }

    /// <summary>With a small buffer, so that the server notices soon who does not read.</summary>
    static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 16 * 1024, LingerState = new(true, 0) };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    async Task Write(string message)
    {
        await _writing.WaitAsync(_closing.Token);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, _closing.Token);
        }
        finally
        {
            _writing.Release();
        }
    }

    async Task Ping()
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), _closing.Token);
            await Write("""{"type":6}""");
        }
    }

    async Task Read(Action<string> take)
    {
        var buffer = new byte[16 * 1024];
        var begun = new MemoryStream();
        while (true)
        {
            await _mayRead;
            var got = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            foreach (var octet in buffer.AsSpan(0, got.Count))
            {
                if (octet != EndOfMessage)
                {
                    begun.WriteByte(octet);
                    continue;
                }

                take(Encoding.UTF8.GetString(begun.GetBuffer(), 0, (int)begun.Length));
                begun.SetLength(0);
            }
        }
    }
}
