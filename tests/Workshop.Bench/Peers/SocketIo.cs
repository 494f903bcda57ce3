using System.Globalization;
using System.Net;
using System.Text;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>socket.io 4 with a room in memory, as its documentation writes one; driven by its own framing over a WebSocket.</summary>
sealed class SocketIo(string peers) : IPeer
{
    public string Name => "socket.io";
    public bool WritesToDisk => false;

    public async Task<IRoom> Start(int port, CancellationToken cancellation) => new Room(
        port, await ServerProcess.Start("ready", ["node", Path.Combine(peers, "socketio.js"), $"{port}"], cancellation));

    sealed class Room(int port, ServerProcess server) : IRoom
    {
        readonly Wire _wire = new();

        public int Process => server.Id;
        public long BytesReceived => _wire.Received;

        public async Task<IMember> Enter(int person, Recorder recorder, CancellationToken cancellation)
        {
            var member = new Member(person, recorder);
            await member.Open(new($"ws://localhost:{port}/socket.io/?EIO=4&transport=websocket"), _wire, cancellation);
            return member;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }

    /// <summary>
    /// Engine.io puts a digit before each packet (0 open, 2 ping, 3 pong, 4 message), socket.io another one (0 connect, 2 event,
    /// 3 acknowledgement) with the number of the acknowledgement behind it.
    /// </summary>
    sealed class Member(int person, Recorder recorder) : IMember
    {
        const int JoinNumber = 999_999;

        readonly TaskCompletionSource<int> _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MessageSocket? _socket;

        public int CardsAtEntry { get; private set; }

        public async Task Open(Uri address, Wire wire, CancellationToken cancellation)
        {
            _socket = await MessageSocket.Open(address, "http://localhost", wire.Browser(new CookieContainer()), Receive, cancellation);
            await _socket.Send("40"u8.ToArray());
            await _connected.Task.WaitAsync(Patience.Entering, cancellation);
            await _socket.Send(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"42{JoinNumber}[\"join\"]")));
            CardsAtEntry = await _entered.Task.WaitAsync(Patience.Entering, cancellation);
        }

        public ValueTask Send(int card) =>
            _socket!.Send(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"42{card}[\"card\",{Cards.JsonOf(card, person)}]")));

        public ValueTask DisposeAsync() => _socket?.DisposeAsync() ?? default;

        void Receive(ReadOnlySpan<byte> message)
        {
            if (message.StartsWith("43"u8))
            {
                var number = Cards.Number(message[2..message.IndexOf((byte)'[')]);
                if (number != JoinNumber)
                {
                    recorder.Acknowledged(number);
                    return;
                }

                _entered.TrySetResult(Cards.Count(message));
            }
            else if (message.StartsWith("42"u8))
            {
                Cards.Find(message, card => recorder.Arrived(person, card));
            }
            else if (message.StartsWith("40"u8))
            {
                _connected.TrySetResult();
            }
            else if (message is [(byte)'2'])
            {
                _ = _socket!.Send("3"u8.ToArray()).AsTask();
            }
        }
    }
}
