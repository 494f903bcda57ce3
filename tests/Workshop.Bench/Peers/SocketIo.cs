using System.Globalization;
using System.Text;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>socket.io 4 with rooms in memory, as its documentation writes one; driven by its own framing over a WebSocket.</summary>
sealed class SocketIo(string scripts) : IPeer
{
    public string Name => "socket.io";
    public bool WritesToDisk => false;

    public IReadOnlyList<string> Command(int port, string folder) => ["node", Path.Combine(scripts, "socketio.js"), $"{port}"];

    public Task<IRooms> Prepare(ServerProcess server, Uri address, Wire wire, int rooms, CancellationToken cancellation) => Task.FromResult<IRooms>(new NamedRooms(
        async (room, person, recorder, stop) =>
        {
            var member = new Member(room, person, recorder);
            await member.Open(new($"ws://localhost:{address.Port}/socket.io/?EIO=4&transport=websocket"), wire, stop);
            return member;
        }));

    /// <summary>
    /// Engine.io puts a digit before each packet (0 open, 2 ping, 3 pong, 4 message), socket.io another one (0 connect, 2 event,
    /// 3 acknowledgement) with the number of the acknowledgement behind it.
    /// </summary>
    sealed class Member(int room, int person, Recorder recorder) : Guest(person, recorder)
    {
        const int JoinNumber = 999_999;

        readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MessageSocket? _socket;

        public async Task Open(Uri address, Wire wire, CancellationToken cancellation)
        {
            _socket = await MessageSocket.Open(address, "http://localhost", wire.Browser(new()), Receive, cancellation);
            await _socket.Send("40"u8.ToArray());
            await _connected.Task.WaitAsync(Patience.Entering, cancellation);
            await Say($"42{JoinNumber}[\"join\",\"{room}\"]");
            await WaitForBoard(cancellation);
        }

        public override ValueTask Send(int card) => Say($"42{card}[\"card\",{Cards.JsonOf(card, Person)}]");

        public override ValueTask DisposeAsync() => _socket?.DisposeAsync() ?? default;

        ValueTask Say(FormattableString message) => _socket!.Send(Encoding.UTF8.GetBytes(message.ToString(CultureInfo.InvariantCulture)));

        void Receive(ReadOnlySpan<byte> message)
        {
            if (message.StartsWith("43"u8))
            {
                var number = Cards.Number(message[2..message.IndexOf((byte)'[')]);
                if (number != JoinNumber)
                {
                    Recorder.Acknowledged(number);
                    return;
                }

                Entered(message);
            }
            else if (message.StartsWith("42"u8))
            {
                Recorder.Arrived(Person, message);
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
