using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Workshop.Rehearsal.Client;

/// <summary>
/// One person's connection to the workshop's hub, and the replica that it feeds. It can be broken off as a network breaks off,
/// and come back: then it resumes where its replica stands.
/// </summary>
public sealed class Connection(Browser browser, string workshop, string role) : IAsyncDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<string, ConcurrentQueue<TaskCompletionSource<Ack>>> _asked = new();
    HubConnection? _hub;
    ClientWebSocket? _socket;
    TaskCompletionSource<Joined>? _joined;
    string _build = "";

    /// <summary>What this connection knows.</summary>
    public Replica Replica { get; } = new();

    /// <summary>What went wrong while following the server; null: nothing.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether it is there.</summary>
    public bool IsOpen => _hub?.State == HubConnectionState.Connected;

    /// <summary>Follows these views and no others; connects if need be, and resumes those that are held already.</summary>
    public async Task Follow(IReadOnlyCollection<string> views)
    {
        Replica.Hold(views);
        await Task.WhenAll(Replica.Have.Where(v => v.Value == 0).Select(v => FetchView(v.Key, 0)));
        if (!IsOpen)
        {
            await Connect();
        }

        var joined = await Join();
        if (joined.Build != _build)
        {
            _build = joined.Build;
            await Task.WhenAll(views.Select(view => FetchView(view, 0)));
            joined = await Join();
        }

        if (views.Except(joined.Views).ToList() is { Count: > 0 } refused)
        {
            throw new RehearsalException($"The server does not show {string.Join(", ", refused)} to its {role}.");
        }
    }

    /// <summary>Breaks the socket off, without a word to the server.</summary>
    public async Task Break()
    {
        if (_hub is not { } hub)
        {
            return;
        }

        var closed = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        _socket?.Abort();
        await closed.Task.WaitAsync(s_patience);
        await hub.DisposeAsync();
        _hub = null;
    }

    /// <summary>Sends a command and waits for its answer; one that the server asks to repeat is repeated, with the same id.</summary>
    public async Task<Ack> Send(Command command)
    {
        for (var attempt = 1; ; attempt++)
        {
            var ack = await SendOnce(command);
            if (ack.Rejection is not { Retry: true } || attempt == 20)
            {
                return ack;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt));
        }
    }

    /// <summary>Sends a command twice in a row, with one id, and waits for both answers.</summary>
    public async Task<(Ack First, Ack Second)> SendTwice(Command command)
    {
        var (first, second) = (SendOnce(command), SendOnce(command));
        return (await first, await second);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_hub is { } hub)
        {
            await hub.DisposeAsync();
        }
    }

    async Task<Ack> SendOnce(Command command)
    {
        var hub = _hub ?? throw new RehearsalException("Not connected.");
        var answer = new TaskCompletionSource<Ack>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.GetOrAdd(command.Id, _ => new()).Enqueue(answer);
        await hub.InvokeAsync("Send", command.Id, command.Body);
        try
        {
            return await answer.Task.WaitAsync(s_patience);
        }
        catch (TimeoutException e)
        {
            throw new RehearsalException($"{command.Type} {command.Id} was not acknowledged within {s_patience.TotalSeconds} s.", e);
        }
    }

    async Task Connect()
    {
        var address = new Uri(browser.Server, $"hub/{workshop}?as={role}");
        var builder = new HubConnectionBuilder().WithUrl(address, HttpTransportType.WebSockets, options =>
        {
            options.SkipNegotiation = true;
            options.WebSocketFactory = async (context, cancellation) =>
                _socket = await browser.OpenSocket(context.Uri, cancellation);
        });
        var hub = builder.AddJsonProtocol(options => options.PayloadSerializerOptions = Browser.Json).Build();
        hub.On<Ack>("ack", Take);
        hub.On<Frame>("frame", Take);
        hub.On<Fetch>("fetch", fetch => Watch(FetchView(fetch.View, fetch.Seq)));
        hub.On<Joined>("joined", joined => _joined?.TrySetResult(joined));
        hub.On<JsonElement>("ambient", static _ => { });
        hub.On<JsonElement>("goingAway", static _ => { });
        await hub.StartAsync();
        _hub = hub;
    }

    async Task<Joined> Join()
    {
        _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _hub!.InvokeAsync("Join", Replica.Have, _build);
        return await _joined.Task.WaitAsync(s_patience);
    }

    void Take(Ack ack)
    {
        if (_asked.TryGetValue(ack.Id, out var waiting) && waiting.TryDequeue(out var answer))
        {
            answer.SetResult(ack);
        }
    }

    void Take(Frame frame)
    {
        if (Replica.Take(frame) == FrameOutcome.Gap)
        {
            Watch(FetchView(frame.View, frame.Seq));
        }
    }

    async Task FetchView(string view, long at)
    {
        for (var attempt = 0; Replica.BeginFetch(view, at) is { } from; attempt++)
        {
            if (attempt == 20)
            {
                throw new RehearsalException($"{view} was fetched {attempt} times and never reached seq {from}.");
            }

            var snapshot = await browser.GetView(workshop, view, from);
            _build = _build.Length == 0 ? snapshot.Build : _build;
            if (Replica.Take(snapshot))
            {
                return;
            }
        }
    }

    /// <summary>Nobody awaits what a message of the server sets off; what goes wrong in it is kept.</summary>
    void Watch(Task task) => _ = task.ContinueWith(
        failed => Fault ??= failed.Exception!.GetBaseException(),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);
}
