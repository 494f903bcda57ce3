using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Workshop.Server.Tests.Rig;

/// <summary>A connection to the hub without a client library, for what none would do.</summary>
public sealed class RawSocket : IDisposable
{
    const string EndOfMessage = "\u001e";

    readonly ClientWebSocket _socket = new();

    /// <summary>Where a hub connection is opened.</summary>
    public static Uri AddressOf(Browser browser, WorkshopId workshop, string @as) =>
        new UriBuilder(browser.Server) { Scheme = "ws", Path = $"/hub/{workshop}", Query = $"as={@as}" }.Uri;

    /// <summary>A participant's connection, after the handshake.</summary>
    /// <param name="browser">With the cookie.</param>
    /// <param name="workshop">Which.</param>
    /// <param name="receiveBuffer">How many bytes the machine takes in for a client that does not read.</param>
    public static async Task<RawSocket> Open(Browser browser, WorkshopId workshop, int? receiveBuffer = null)
    {
        var raw = await OpenSilent(browser, workshop, receiveBuffer);
        await raw.Send("""{"protocol":"json","version":1}""" + EndOfMessage);
        return raw;
    }

    /// <summary>A participant's connection that has said nothing yet.</summary>
    public static async Task<RawSocket> OpenSilent(Browser browser, WorkshopId workshop, int? receiveBuffer = null)
    {
        var raw = new RawSocket();
        raw._socket.Options.SetRequestHeader("Cookie", browser.CookieHeader);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp);
                tcp.ReceiveBufferSize = receiveBuffer ?? tcp.ReceiveBufferSize;
                await tcp.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(tcp, ownsSocket: true);
            },
        });
        await raw._socket.ConnectAsync(AddressOf(browser, workshop, "person"), invoker, TestContext.Current.CancellationToken);
        return raw;
    }

    public Task Send(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>What need not be text.</summary>
    public Task SendBytes(byte[] bytes) => _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>Sends a byte a second, in one message without end; whether the server ended the connection meanwhile.</summary>
    public async Task<bool> Trickle(string text)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var end = WaitForEnd();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (end.IsCompleted)
            {
                return true;
            }

            try
            {
                await _socket.SendAsync(new[] { b }, WebSocketMessageType.Text, endOfMessage: false, TestContext.Current.CancellationToken);
            }
            catch (Exception e) when (e is WebSocketException or IOException)
            {
                return true;
            }

            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return false;
    }

    public Task Call(string target, string arguments) =>
        Send($$"""{"type":1,"target":"{{target}}","arguments":[{{arguments}}]}""" + EndOfMessage);

    /// <summary>Everything up to where this is found.</summary>
    public async Task<string> ReadUntil(string expected)
    {
        var read = new StringBuilder();
        var buffer = new byte[4_096];
        while (!read.ToString().Contains(expected, StringComparison.Ordinal))
        {
            var result = await Wait.For(_socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
            read.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
            Assert.NotEqual(WebSocketMessageType.Close, result.MessageType);
        }

        return read.ToString();
    }

    /// <summary>The next message of the socket, however many messages of the hub it holds.</summary>
    public async Task<string> ReadMessage()
    {
        var read = new MemoryStream();
        var buffer = new byte[4_096];
        ValueWebSocketReceiveResult result;
        do
        {
            result = await Wait.For(_socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken).AsTask());
            Assert.NotEqual(WebSocketMessageType.Close, result.MessageType);
            read.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
        return Encoding.UTF8.GetString(read.ToArray());
    }

    /// <summary>Reads until the server has ended the connection, with a farewell or without.</summary>
    public async Task WaitForEnd()
    {
        try
        {
            await Wait.For(ReadToEnd(), "the end of the connection");
        }
        catch (WebSocketException)
        {
            // Without.
        }
    }

    /// <summary>Whether the server has ended the connection; found out by writing, since reading would make it a client that reads.</summary>
    public async Task<bool> IsGone()
    {
        try
        {
            await Send("""{"type":6}""" + EndOfMessage);
            return false;
        }
        catch (Exception e) when (e is WebSocketException or IOException)
        {
            return true;
        }
    }

    public void Dispose() => _socket.Dispose();

    async Task ReadToEnd()
    {
        var buffer = new byte[4_096];
        while ((await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)).MessageType != WebSocketMessageType.Close)
        {
        }
    }
}
