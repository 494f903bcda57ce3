using System.Text;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>
/// Hocuspocus 4 with its SQLite store, one document for a room: for those scenarios in which somebody comes in. Its own script
/// writes the cards, since only Yjs can; whoever comes in asks for the whole document, as its provider does.
/// </summary>
sealed class Hocuspocus(string scripts) : IPeer
{
    const string Document = "room";

    public string Name => "Hocuspocus";
    public bool WritesToDisk => true;

    public IReadOnlyList<string> Command(int port, string folder) => ["node", Path.Combine(scripts, "hocuspocus.js"), $"{port}", folder];

    public Task<IRooms> Prepare(ServerProcess server, Uri address, Wire wire, int rooms, CancellationToken cancellation) =>
        Task.FromResult<IRooms>(new Rooms(address, wire));

    sealed class Rooms(Uri address, Wire wire) : IRooms
    {
        public async Task<IMember> Enter(int room, int person, Recorder recorder, CancellationToken cancellation)
        {
            var member = new Member(person, recorder);
            await member.Open(new($"ws://localhost:{address.Port}/"), wire, cancellation);
            return member;
        }

        public Task Write(ServerProcess server, int cards, int edits, CancellationToken cancellation) => server.Ask(
            $$"""{"document":"{{Document}}","edits":{{edits}},"cards":[{{string.Join(',', Enumerable.Range(0, cards).Select(card => Cards.JsonOf(card, 0)))}}]}""",
            cancellation);
    }

    /// <summary>A message is the document's name, a type (0 sync, 2 authentication, 4 answer to a sync), and what belongs to it; numbers have seven bits a byte.</summary>
    sealed class Member(int person, Recorder recorder) : Guest(person, recorder)
    {
        const byte Sync = 0;
        const byte SyncAnswer = 4;
        const byte WholeDocument = 1;

        static readonly byte[] Name = [(byte)Document.Length, .. Encoding.UTF8.GetBytes(Document)];

        MessageSocket? _socket;

        public async Task Open(Uri address, Wire wire, CancellationToken cancellation)
        {
            _socket = await MessageSocket.Open(address, "http://localhost", wire.Browser(new()), Receive, cancellation);
            await _socket.SendBinary((byte[])[.. Name, 2, 0, 0]);
            await _socket.SendBinary((byte[])[.. Name, Sync, 0, 1, 0]);
            await WaitForBoard(cancellation);
        }

        public override ValueTask Send(int card) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => _socket?.DisposeAsync() ?? default;

        void Receive(ReadOnlySpan<byte> message)
        {
            if (message.StartsWith(Name) && message[Name.Length] is Sync or SyncAnswer && message[Name.Length + 1] == WholeDocument)
            {
                Entered(message);
            }
        }
    }
}
