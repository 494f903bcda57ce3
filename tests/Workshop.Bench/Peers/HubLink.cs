using System.Text;
using System.Text.Json;

namespace Workshop.Bench.Peers;

/// <summary>SignalR's JSON protocol over a WebSocket, as far as the product's hub needs it. Reads no JSON but its first bytes.</summary>
sealed class HubLink : IAsyncDisposable
{
    const byte End = 0x1e;

    /// <summary>Called with each hub message, without its end mark.</summary>
    public delegate void Receive(ReadOnlySpan<byte> message);

    readonly Receive _receive;
    readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    byte[] _begun = [];
    MessageSocket? _socket;
    Timer? _pinging;

    HubLink(Receive receive) => _receive = receive;

    /// <summary>Connects and shakes hands; then pings as SignalR's client does, out of step with the others.</summary>
    public static async Task<HubLink> Open(
        Uri address, string origin, HttpMessageInvoker browser, Receive receive, TimeSpan phase, CancellationToken cancellation)
    {
        var link = new HubLink(receive);
        link._socket = await MessageSocket.Open(address, origin, browser, link.Take, cancellation);
        await link.Write("""{"protocol":"json","version":1}""");
        await link._shaken.Task.WaitAsync(Patience.Entering, cancellation);
        link._pinging = new(_ => link.Ping(), null, phase, PingEvery);
        return link;
    }

    /// <summary>Between two pings; SignalR's client sends one every 15 s.</summary>
    public static TimeSpan PingEvery { get; } = TimeSpan.FromSeconds(15);

    /// <summary>When in that time a person pings: everyone at another moment.</summary>
    public static TimeSpan PhaseOf(int person) => PingEvery * ((person % 97) / 97.0);

    /// <summary>Calls a method that answers by messages; <paramref name="arguments"/> are JSON.</summary>
    public ValueTask Invoke(string method, params IEnumerable<string> arguments) =>
        Write($$"""{"type":1,"target":"{{method}}","arguments":[{{string.Join(',', arguments)}}]}""");

    /// <summary>Calls a method that answers by returning, under a number of the caller's.</summary>
    public ValueTask Ask(string number, string method, params IEnumerable<string> arguments) =>
        Write($$"""{"type":1,"invocationId":"{{number}}","target":"{{method}}","arguments":[{{string.Join(',', arguments)}}]}""");

    /// <summary>A value as an argument.</summary>
    public static string Argument<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    public async ValueTask DisposeAsync()
    {
        await (_pinging?.DisposeAsync() ?? default);
        await (_socket?.DisposeAsync() ?? default);
    }

    void Ping() => _ = Write("""{"type":6}""").AsTask();

    ValueTask Write(string message) => _socket!.Send(Encoding.UTF8.GetBytes(message + (char)End));

    void Take(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf(End) is var end and >= 0)
        {
            var message = _begun.Length == 0 ? bytes[..end] : [.. _begun, .. bytes[..end]];
            _begun = [];
            bytes = bytes[(end + 1)..];
            if (!_shaken.TrySetResult())
            {
                _receive(message);
            }
        }

        if (bytes.Length > 0)
        {
            _begun = [.. _begun, .. bytes];
        }
    }
}
