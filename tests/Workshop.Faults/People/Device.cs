using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Workshop.Faults.Cluster;
using Workshop.Faults.Evidence;
using Workshop.Rehearsal.Client;

namespace Workshop.Faults.People;

/// <summary>
/// Somebody's device: it holds views by the frame rule and sends commands by an outbox, on whatever node lets it in, as the
/// protocol asks of a client.
/// </summary>
public sealed class Device : IAsyncDisposable
{
    static readonly TimeSpan s_untilLost = TimeSpan.FromSeconds(8);

    readonly string _name;
    readonly string _role;
    readonly ImmutableArray<Node> _nodes;
    readonly Random _random;
    readonly CookieContainer _cookies = new();
    readonly HttpClient _http;
    readonly Outbox _outbox;
    readonly CancellationTokenSource _stopping = new();
    Task _following = Task.CompletedTask;
    string _workshop = "";
    HubSocket? _socket;
    volatile Task _mayRead = Task.CompletedTask;
    TaskCompletionSource<JsonElement>? _joined;
    string _build = "";

    /// <summary>A device that knows the cluster's addresses.</summary>
    /// <param name="name">Its owner, in small letters and digits.</param>
    /// <param name="role"><c>person</c> or <c>staff</c>.</param>
    /// <param name="nodes">The cluster.</param>
    /// <param name="seed">What its choices follow from.</param>
    /// <param name="history">Where what it does is noted.</param>
    public Device(string name, string role, ImmutableArray<Node> nodes, int seed, History history)
    {
        (_name, _role, _nodes, _random) = (name, role, nodes, new(seed));
        _http = new(new SocketsHttpHandler
        {
            CookieContainer = _cookies,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromSeconds(2),
        })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
        _outbox = new(history);
    }

    /// <summary>Its owner.</summary>
    public string Name => _name;

    /// <summary>What it has seen.</summary>
    public Sightings Seen { get; } = new();

    /// <summary>What it knows.</summary>
    public Replica Replica { get; private set; } = new();

    /// <summary>What it follows, on any node from now on.</summary>
    public ImmutableArray<string> Views { get; private set; } = [];

    /// <summary>The node that it must use; null: any.</summary>
    public int? Only { get; set; }

    /// <summary>The node of its connection; null: it has none.</summary>
    public int? At { get; private set; }

    /// <summary>Commands that wait for their answer.</summary>
    public int Waiting => _outbox.Count;

    /// <summary>Asks a node for something by HTTP.</summary>
    /// <exception cref="RunException">It was refused.</exception>
    public async Task<JsonElement> Post(Node node, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, path)) { Content = JsonContent.Create(body, body.GetType(), options: Browser.Json) };
        request.Headers.Add("Origin", OriginOf(node));
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonDocument.Parse(answer).RootElement
            : throw new RunException($"POST {path} of {_name} was answered with {(int)response.StatusCode} {answer}");
    }

    /// <summary>Asks a node for something by HTTP.</summary>
    public async Task<JsonElement> Get(Node node, string path)
    {
        using var response = await _http.GetAsync(new Uri(node.Address, path)).WaitAsync(s_untilLost);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }

    /// <summary>A view, whole, from one node.</summary>
    public async Task<Snapshot> View(Node node, string view, long at)
    {
        var json = await Get(node, string.Create(CultureInfo.InvariantCulture, $"/api/workshops/{_workshop}/views/{view}?at={at}"));
        var snapshot = json.Deserialize<Snapshot>(Browser.Json)!;
        Seen.Add(view, snapshot.Seq, json.GetRawText());
        return snapshot;
    }

    /// <summary>Follows a workshop from now on, through whatever happens.</summary>
    public void Enter(string workshop, params IEnumerable<string> views)
    {
        _workshop = workshop;
        Views = [.. views];
        Replica.Hold(Views);
        _following = Task.Run(Follow);
    }

    /// <summary>Follows more views, from the next connection on.</summary>
    public void Show(params IEnumerable<string> views)
    {
        Views = [.. Views.Union(views)];
        Replica.Hold(Views);
        Break();
    }

    /// <summary>Sends a command until it is answered, in order with the others; completes then.</summary>
    /// <param name="command">The command.</param>
    /// <param name="operation">Where its fate is noted.</param>
    /// <param name="luck">What goes wrong on the way.</param>
    public Task<Ack> Send(Command command, Operation operation, Luck luck = Luck.None) => _outbox.Add(new(command, operation, luck));

    /// <summary>Breaks the connection off.</summary>
    public void Break() => _socket?.Break();

    /// <summary>Does not read what comes until <paramref name="until"/> completes.</summary>
    public void StopReading(Task until)
    {
        _mayRead = until;
        _socket?.StopReading(until);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Break();
        await _following;
        _outbox.Dispose();
        _stopping.Dispose();
        _http.Dispose();
    }

    static string OriginOf(Node node) => node.Address.GetLeftPart(UriPartial.Authority);

    async Task Follow()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var node = _nodes[Only ?? _random.Next(_nodes.Length)];
            try
            {
                await Visit(node);
            }
            catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or OperationCanceledException or TimeoutException or ObjectDisposedException)
            {
                // The node is away, or the connection broke: try again, like a browser, but sooner.
            }
            finally
            {
                At = null;
                _outbox.Rest();
                _socket?.Dispose();
                _socket = null;
            }

            await Task.Delay(_random.Next(50, 250));
        }
    }

    async Task Visit(Node node)
    {
        var address = new UriBuilder(new Uri(node.Address, $"hub/{_workshop}?as={_role}")) { Scheme = "ws" }.Uri;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        lost.CancelAfter(s_untilLost);
        var cookies = _cookies.GetCookieHeader(node.Address);
        using var socket = _socket = await HubSocket.Open(address, cookies, OriginOf(node), message => Take(node, message), lost.Token);
        socket.StopReading(_mayRead);
        await Catch(node, lost.Token);
        At = node.Number;
        lost.CancelAfter(Timeout.InfiniteTimeSpan);
        await _outbox.Empty(socket, node.Number, _stopping.Token);
    }

    /// <summary>Fetches what is not held yet, then joins: what changed since comes by frames.</summary>
    async Task Catch(Node node, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            foreach (var (view, have) in Replica.Have)
            {
                if (have == 0)
                {
                    await Fetch(node, view, 0);
                }
            }

            _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await _socket!.Call("Join", JsonSerializer.Serialize(Replica.Have), JsonSerializer.Serialize(_build));
            var joined = await _joined.Task.WaitAsync(cancellation);
            if (joined.GetProperty("build").GetString() == _build)
            {
                return;
            }

            // Another release draws other records: nothing that is held is worth anything.
            _build = joined.GetProperty("build").GetString()!;
            Forget();
        }

        throw new TimeoutException("Two releases that show different records take turns.");
    }

    async Task Fetch(Node node, string view, long at)
    {
        var replica = Replica;
        while (replica.BeginFetch(view, at) is { } from)
        {
            try
            {
                var snapshot = await View(node, view, from);
                _build = _build.Length == 0 ? snapshot.Build : _build;
                if (replica.Take(snapshot))
                {
                    return;
                }
            }
            catch
            {
                // It would wait for this view for ever.
                Forget();
                throw;
            }
        }
    }

    void Forget()
    {
        Replica = new();
        Replica.Hold(Views);
    }

    void Take(Node node, string message)
    {
        var json = JsonDocument.Parse(message).RootElement;
        if (!json.TryGetProperty("target", out var target))
        {
            return;
        }

        var argument = json.GetProperty("arguments")[0];
        switch (target.GetString())
        {
            case "ack":
                _outbox.Take(argument.Deserialize<Ack>(Browser.Json)!);
                break;
            case "joined":
                _joined?.TrySetResult(argument);
                break;
            case "frame":
                TakeFrame(node, argument.Deserialize<Frame>(Browser.Json)!, message);
                return;
            case "fetch":
                var fetch = argument.Deserialize<Fetch>(Browser.Json)!;
                Watch(Fetch(node, fetch.View, fetch.Seq));
                break;
            case "goingAway":
                Break();
                break;
            default:
                break;
        }

        Seen.Look(message);
    }

    void TakeFrame(Node node, Frame frame, string message)
    {
        Seen.Add(frame.View, frame.Seq, message);
        if (Replica.Take(frame) == FrameOutcome.Gap)
        {
            Seen.AddGap();
            Watch(Fetch(node, frame.View, frame.Seq));
        }
    }

    /// <summary>A view that can't be fetched now makes the connection worthless.</summary>
    void Watch(Task fetching) => _ = fetching.ContinueWith(
        failed =>
        {
            _ = failed.Exception;
            Break();
        },
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);
}

/// <summary>What goes wrong with a command on its way.</summary>
public enum Luck
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>The connection breaks off right behind it: the answer is lost, and it is sent again.</summary>
    LostAnswer,
    /// <summary>The same, and nobody ever asks again.</summary>
    Abandoned,
    /// <summary>It is sent twice in a row.</summary>
    Doubled,
}
