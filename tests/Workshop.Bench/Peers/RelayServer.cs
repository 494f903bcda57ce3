using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace Workshop.Bench.Peers;

/// <summary>
/// The server of <see cref="RawKestrel"/>: acknowledges a message to its sender, hands the same bytes to everyone, and gives whoever
/// comes all messages so far. Knows nothing of what they say. A member who can't take a message at once gets it later.
/// </summary>
sealed class RelayServer
{
    /// <summary>The first argument that makes this program the server.</summary>
    public const string Command = "relay";

    const int NumberLength = 6;

    readonly Lock _gate = new();
    readonly ArrayBufferWriter<byte> _history = new();
    ImmutableArray<Member> _members = [];

    /// <summary>Serves until it is ended.</summary>
    public static Task Run(string port)
    {
        var rooms = new ConcurrentDictionary<string, RelayServer>();
        return BareHost.Run(
            port,
            _ => { },
            app =>
            {
                app.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
                app.Map("/{room}", (string room, HttpContext http) => rooms.GetOrAdd(room, _ => new()).Accept(http));
            });
    }

    async Task Accept(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var member = new Member(socket);
        lock (_gate)
        {
            member.Send([(byte)'h', .. _history.WrittenSpan]);
            _members = _members.Add(member);
        }

        try
        {
            await Read(socket, member);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
        }
        finally
        {
            lock (_gate)
            {
                _members = _members.Remove(member);
            }
        }
    }

    async Task Read(WebSocket socket, Member member)
    {
        var buffer = new byte[16 * 1024];
        while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } read)
        {
            var message = buffer.AsSpan(0, read.Count).ToArray();
            member.Send([(byte)'a', .. message.AsSpan(0, NumberLength)]);
            ImmutableArray<Member> members;
            lock (_gate)
            {
                _history.Write(message);
                members = _members;
            }

            foreach (var one in members)
            {
                one.Send(message);
            }
        }
    }

    sealed class Member
    {
        readonly Channel<byte[]> _waiting = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });

        public Member(WebSocket socket) => _ = Pump(socket);

        public void Send(byte[] message) => _waiting.Writer.TryWrite(message);

        async Task Pump(WebSocket socket)
        {
            try
            {
                await foreach (var message in _waiting.Reader.ReadAllAsync())
                {
                    await socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The member is gone; what waits goes with it.
            }
        }
    }
}
