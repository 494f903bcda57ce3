using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>SignalR as its documentation writes a room: a hub method that sends to a group and returns. Its server is <see cref="GroupHub"/>.</summary>
sealed class StockSignalR : IPeer
{
    public string Name => "stock SignalR";
    public bool WritesToDisk => false;

    public async Task<IRoom> Start(int port, CancellationToken cancellation) => new Room(
        port, await ServerProcess.Start("ready", ["dotnet", typeof(StockSignalR).Assembly.Location, GroupHub.Command, $"{port}"], cancellation));

    sealed class Room(int port, ServerProcess server) : IRoom
    {
        readonly Wire _wire = new();

        public int Process => server.Id;
        public long BytesReceived => _wire.Received;

        public async Task<IMember> Enter(int person, Recorder recorder, CancellationToken cancellation)
        {
            var member = new Member(person, recorder);
            await member.Open(new($"ws://localhost:{port}/hub"), _wire, cancellation);
            return member;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }

    sealed class Member(int person, Recorder recorder) : IMember
    {
        readonly TaskCompletionSource<int> _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        HubLink? _hub;

        public int CardsAtEntry { get; private set; }

        static ReadOnlySpan<byte> Completion => """{"type":3,"invocationId":"""u8;

        public async Task Open(Uri address, Wire wire, CancellationToken cancellation)
        {
            _hub = await HubLink.Open(
                address, "http://localhost", wire.Browser(new CookieContainer()), Receive, HubLink.PingEvery * ((person % 97) / 97.0), cancellation);
            await _hub.Ask("join", nameof(GroupHub.Join));
            CardsAtEntry = await _entered.Task.WaitAsync(Patience.Entering, cancellation);
        }

        public ValueTask Send(int card) => _hub!.Ask(
            card.ToString($"D{Cards.Digits}", CultureInfo.InvariantCulture), nameof(GroupHub.Send), Cards.JsonOf(card, person));

        public ValueTask DisposeAsync() => _hub?.DisposeAsync() ?? default;

        void Receive(ReadOnlySpan<byte> message)
        {
            if (!message.StartsWith(Completion))
            {
                Cards.Find(message, card => recorder.Arrived(person, card));
            }
            else if (message[(Completion.Length + 1)..].StartsWith("join"u8))
            {
                _entered.TrySetResult(Cards.Count(message));
            }
            else
            {
                recorder.Acknowledged(Cards.Number(message.Slice(Completion.Length + 1, Cards.Digits)));
            }
        }
    }
}

/// <summary>The server of <see cref="StockSignalR"/>: cards in memory, one group.</summary>
sealed class GroupHub : Hub
{
    /// <summary>The first argument that makes this program the server.</summary>
    public const string Command = "group-hub";

    const string Group = "room";

    static readonly Lock Gate = new();
    static readonly List<JsonElement> Stored = [];

    /// <summary>Serves until it is ended.</summary>
    public static async Task Run(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(int.Parse(port, CultureInfo.InvariantCulture)));
        builder.Services.AddSignalR().AddJsonProtocol(json =>
            json.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var app = builder.Build();
        app.MapHub<GroupHub>("/hub");
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }

    public async Task<IReadOnlyList<JsonElement>> Join()
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Group);
        lock (Gate)
        {
            return [.. Stored];
        }
    }

    public async Task Send(JsonElement card)
    {
        lock (Gate)
        {
            Stored.Add(card);
        }

        await Clients.Group(Group).SendAsync("card", card);
    }
}
