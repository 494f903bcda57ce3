using System.Globalization;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>SignalR as its documentation writes a room: a hub method that sends to a group and returns. Its server is <see cref="GroupHub"/>.</summary>
sealed class StockSignalR : IPeer
{
    public string Name => "stock SignalR";
    public bool WritesToDisk => false;

    public IReadOnlyList<string> Command(int port, string folder) => [Environment.ProcessPath!, GroupHub.Command, $"{port}"];

    public Task<IRooms> Prepare(ServerProcess server, Uri address, Wire wire, int rooms, CancellationToken cancellation) => Task.FromResult<IRooms>(new NamedRooms(
        async (room, person, recorder, stop) =>
        {
            var member = new Member(room, person, recorder);
            await member.Open(new($"ws://localhost:{address.Port}/hub"), wire, stop);
            return member;
        }));

    sealed class Member(int room, int person, Recorder recorder) : Guest(person, recorder)
    {
        HubLink? _hub;

        static ReadOnlySpan<byte> Completion => """{"type":3,"invocationId":"""u8;

        public async Task Open(Uri address, Wire wire, CancellationToken cancellation)
        {
            _hub = await HubLink.Open(address, "http://localhost", wire.Browser(new()), Receive, HubLink.PhaseOf(Person), cancellation);
            await _hub.Ask("join", nameof(GroupHub.Join), $"\"{room}\"");
            await WaitForBoard(cancellation);
        }

        public override ValueTask Send(int card) => _hub!.Ask(
            card.ToString($"D{Cards.Digits}", CultureInfo.InvariantCulture), nameof(GroupHub.Send), $"\"{room}\"", Cards.JsonOf(card, Person));

        public override ValueTask DisposeAsync() => _hub?.DisposeAsync() ?? default;

        void Receive(ReadOnlySpan<byte> message)
        {
            if (!message.StartsWith(Completion))
            {
                Recorder.Arrived(Person, message);
            }
            else if (message[(Completion.Length + 1)..].StartsWith("join"u8))
            {
                Entered(message);
            }
            else
            {
                Recorder.Acknowledged(Cards.Number(message.Slice(Completion.Length + 1, Cards.Digits)));
            }
        }
    }
}
