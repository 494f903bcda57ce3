using System.Net;
using System.Text;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>Kestrel's WebSockets and nothing on top: what .NET itself costs. Its server is <see cref="RelayServer"/>.</summary>
sealed class RawKestrel : IPeer
{
    public string Name => "raw Kestrel";
    public bool WritesToDisk => false;

    public async Task<IRoom> Start(int port, CancellationToken cancellation) => new Room(
        port, await ServerProcess.Start("ready", ["dotnet", typeof(RawKestrel).Assembly.Location, RelayServer.Command, $"{port}"], cancellation));

    sealed class Room(int port, ServerProcess server) : IRoom
    {
        readonly Wire _wire = new();

        public int Process => server.Id;
        public long BytesReceived => _wire.Received;

        public async Task<IMember> Enter(int person, Recorder recorder, CancellationToken cancellation)
        {
            var member = new Member(person, recorder);
            await member.Open(new($"ws://localhost:{port}/"), _wire, cancellation);
            return member;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }

    sealed class Member(int person, Recorder recorder) : IMember
    {
        readonly TaskCompletionSource<int> _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MessageSocket? _socket;

        public int CardsAtEntry { get; private set; }

        public async Task Open(Uri address, Wire wire, CancellationToken cancellation)
        {
            _socket = await MessageSocket.Open(address, "http://localhost", wire.Browser(new CookieContainer()), Receive, cancellation);
            CardsAtEntry = await _entered.Task.WaitAsync(Patience.Entering, cancellation);
        }

        public ValueTask Send(int card) => _socket!.Send(Encoding.UTF8.GetBytes($"{card:000000}{Cards.JsonOf(card, person)}"));

        public ValueTask DisposeAsync() => _socket?.DisposeAsync() ?? default;

        void Receive(ReadOnlySpan<byte> message)
        {
            switch (message[0])
            {
                case (byte)'a':
                    recorder.Acknowledged(Cards.Number(message.Slice(1, Cards.Digits)));
                    break;
                case (byte)'h':
                    _entered.TrySetResult(Cards.Count(message));
                    break;
                default:
                    Cards.Find(message, card => recorder.Arrived(person, card));
                    break;
            }
        }
    }
}
