using System.Globalization;
using System.Text;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>Kestrel's WebSockets and nothing on top: what .NET itself costs. Its server is <see cref="RelayServer"/>.</summary>
sealed class RawKestrel : IPeer
{
    public string Name => "raw Kestrel";
    public bool WritesToDisk => false;

    public IReadOnlyList<string> Command(int port, string folder) => [Environment.ProcessPath!, RelayServer.Command, $"{port}"];

    public Task<IRooms> Prepare(ServerProcess server, Uri address, Wire wire, int rooms, CancellationToken cancellation) => Task.FromResult<IRooms>(new NamedRooms(
        async (room, person, recorder, stop) =>
        {
            var member = new Member(person, recorder);
            await member.Open(new($"ws://localhost:{address.Port}/{room}"), wire, stop);
            return member;
        }));

    sealed class Member(int person, Recorder recorder) : Guest(person, recorder)
    {
        MessageSocket? _socket;

        public async Task Open(Uri address, Wire wire, CancellationToken cancellation)
        {
            _socket = await MessageSocket.Open(address, "http://localhost", wire.Browser(new()), Receive, cancellation);
            await WaitForBoard(cancellation);
        }

        public override ValueTask Send(int card) =>
            _socket!.Send(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{card:000000}{Cards.JsonOf(card, Person)}")));

        public override ValueTask DisposeAsync() => _socket?.DisposeAsync() ?? default;

        void Receive(ReadOnlySpan<byte> message)
        {
            switch (message[0])
            {
                case (byte)'a':
                    Recorder.Acknowledged(Cards.Number(message.Slice(1, Cards.Digits)));
                    break;
                case (byte)'h':
                    Entered(message);
                    break;
                default:
                    Recorder.Arrived(Person, message);
                    break;
            }
        }
    }
}
