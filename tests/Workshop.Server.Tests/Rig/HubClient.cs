using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Workshop.Core.Wire;
using Workshop.Server.Hub;

namespace Workshop.Server.Tests.Rig;

/// <summary>A page's hub connection: sends commands, keeps views by the frame rule, remembers every message.</summary>
public sealed class HubClient : IAsyncDisposable
{
    readonly HubConnection _connection;
    readonly Browser _browser;
    readonly WorkshopId _workshop;
    readonly ConcurrentDictionary<string, TaskCompletionSource<Ack>> _waiting = new();
    readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    HubClient(HubConnection connection, Browser browser, WorkshopId workshop)
    {
        (_connection, _browser, _workshop) = (connection, browser, workshop);
        connection.On<JsonElement>("ack", m =>
        {
            Messages.Enqueue(("ack", m.Clone()));
            var ack = m.Deserialize<Ack>(Json.Wire)!;
            Acks.Enqueue(ack);
            if (_waiting.TryRemove(ack.Id, out var waiting))
            {
                waiting.TrySetResult(ack);
            }
        });
        foreach (var name in new[] { "frame", "fetch", "ambient", "joined", "goingAway" })
        {
            connection.On<JsonElement>(name, m => Messages.Enqueue((name, m.Clone())));
        }

        connection.Closed += _ =>
        {
            _closed.TrySetResult();
            foreach (var (_, waiting) in _waiting)
            {
                waiting.TrySetException(new IOException("The connection was lost before the answer came."));
            }

            return Task.CompletedTask;
        };
    }

    /// <summary>Everything that came, in order.</summary>
    public ConcurrentQueue<(string Name, JsonElement Body)> Messages { get; } = new();

    /// <summary>Every answer to a command.</summary>
    public ConcurrentQueue<Ack> Acks { get; } = new();

    /// <summary>Completes when the connection has ended.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Opens a connection.</summary>
    /// <param name="browser">Whose.</param>
    /// <param name="workshop">Which workshop.</param>
    /// <param name="as">As whom.</param>
    /// <param name="impatient">Gives a silent server up after eleven seconds: it speaks every ten.</param>
    /// <param name="transports">How it may be carried.</param>
    public static async Task<HubClient> Connect(
        Browser browser, WorkshopId workshop, string @as, bool impatient = false, HttpTransportType transports = HttpTransportType.WebSockets)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(browser.Server, $"/hub/{workshop}?as={@as}"), o =>
        {
            o.Transports = transports;
            o.Headers["Cookie"] = browser.CookieHeader;
        });
        builder.AddJsonProtocol(o => o.PayloadSerializerOptions = Json.Wire);
        if (impatient)
        {
            builder.WithServerTimeout(TimeSpan.FromSeconds(11));
        }

        var connection = builder.Build();
        var client = new HubClient(connection, browser, workshop);
        await Wait.For(connection.StartAsync(TestContext.Current.CancellationToken));
        return client;
    }

    /// <summary>Hands a command over; its answer comes when it comes.</summary>
    public async Task<Task<Ack>> Begin(ICommand command, string? id = null)
    {
        id ??= Some.Id();
        var waiting = _waiting.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _connection.SendAsync("Send", id, new Received(command), TestContext.Current.CancellationToken);
        return waiting.Task;
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    public async Task<Ack> Send(ICommand command, string? id = null) => await Wait.For(await Begin(command, id), command.GetType().Name);

    /// <summary>Sends a command that must be accepted; its id.</summary>
    public async Task<string> Do(ICommand command)
    {
        var ack = await Send(command);
        Assert.Null(ack.Rejection);
        return ack.Id;
    }

    /// <summary>Calls anything.</summary>
    public Task Call(string method, params object?[] arguments) => _connection.SendCoreAsync(method, arguments, TestContext.Current.CancellationToken);

    /// <summary>Joins views at what the client holds of them, and waits for the answer.</summary>
    public async Task<JsonElement> Join(IReadOnlyDictionary<string, long> since, string? build = null)
    {
        var before = Messages.Count(m => m.Name == "joined");
        await _connection.SendAsync("Join", since, build ?? Projection.Build, TestContext.Current.CancellationToken);
        await Wait.Until(() => Messages.Count(m => m.Name == "joined") > before, "joined");
        return Messages.Last(m => m.Name == "joined").Body;
    }

    /// <summary>Fetches views whole, joins them, and keeps them.</summary>
    public async Task<Replica> Watch(params string[] views)
    {
        var replica = new Replica(this, _browser, _workshop);
        foreach (var view in views)
        {
            await replica.Fetch(view);
        }

        await Join(replica.Have);
        return replica;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();
}

/// <summary>What a page holds of its views: snapshots and the frames behind them.</summary>
public sealed class Replica(HubClient hub, Browser browser, WorkshopId workshop)
{
    readonly Dictionary<string, (long Have, SortedDictionary<string, string> Records)> _views = new(StringComparer.Ordinal);
    int _read;

    public IReadOnlyDictionary<string, long> Have => _views.ToDictionary(v => v.Key, v => v.Value.Have);

    /// <summary>A frame that did not fit: the rule says to fetch.</summary>
    public int Resyncs { get; private set; }

    public async Task Fetch(string view, long at = 0)
    {
        var answer = await browser.View(workshop, view, at);
        Assert.Equal(200, answer.Status);
        var records = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in answer.Json["records"]!.AsArray())
        {
            records[record!["id"]!.GetValue<string>()] = record.ToJsonString();
        }

        _views[view] = (answer.Json["seq"]!.GetValue<long>(), records);
    }

    /// <summary>The records of a view, after everything that has come so far.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Records(string view)
    {
        await Apply();
        return _views[view].Records;
    }

    /// <summary>Waits until a view has this record, and gives it back.</summary>
    public async Task<JsonNode> Find(string view, string id, Func<JsonNode, bool>? fits = null)
    {
        string? found = null;
        await Wait.Until(
            async () => (await Records(view)).TryGetValue(id, out found) && (fits?.Invoke(JsonNode.Parse(found)!) ?? true), $"{id} in {view}");
        return JsonNode.Parse(found!)!;
    }

    async Task Apply()
    {
        foreach (var (name, body) in hub.Messages.Skip(_read).ToList())
        {
            _read++;
            if (name is not ("frame" or "fetch"))
            {
                continue;
            }

            var view = body.GetProperty("view").GetString()!;
            var seq = body.GetProperty("seq").GetInt64();
            if (!_views.TryGetValue(view, out var held) || seq <= held.Have)
            {
                continue;
            }

            if (name == "fetch" || body.GetProperty("prev").GetInt64() > held.Have)
            {
                Resyncs++;
                await Fetch(view, seq);
                continue;
            }

            foreach (var record in body.GetProperty("put").EnumerateArray())
            {
                held.Records[record.GetProperty("id").GetString()!] = JsonNode.Parse(record.GetRawText())!.ToJsonString();
            }

            foreach (var id in body.GetProperty("drop").EnumerateArray())
            {
                held.Records.Remove(id.GetString()!);
            }

            _views[view] = (seq, held.Records);
        }
    }
}
