using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace Workshop.Bench.Peers;

/// <summary>The server of <see cref="StockSignalR"/>: cards in memory, a group for each room.</summary>
sealed class GroupHub : Hub
{
    /// <summary>The first argument that makes this program the server.</summary>
    public const string Command = "group-hub";

    static readonly ConcurrentDictionary<string, List<JsonElement>> Stored = new();

    /// <summary>Serves until it is ended.</summary>
    public static Task Run(string port) => BareHost.Run(
        port,
        services => services.AddSignalR().AddJsonProtocol(json => json.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping),
        app => app.MapHub<GroupHub>("/hub"));

    public async Task<IReadOnlyList<JsonElement>> Join(string room)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, room);
        var cards = Stored.GetOrAdd(room, _ => []);
        lock (cards)
        {
            return [.. cards];
        }
    }

    public async Task Send(string room, JsonElement card)
    {
        var cards = Stored[room];
        lock (cards)
        {
            cards.Add(card);
        }

        await Clients.Group(room).SendAsync("card", card);
    }
}
