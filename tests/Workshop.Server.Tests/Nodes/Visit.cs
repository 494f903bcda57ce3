using System.Diagnostics;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>
/// Somebody's stay in a workshop as a page lives it: when the connection is lost it comes back by the same address, and what was not
/// acknowledged is sent again under the same id.
/// </summary>
sealed class Visit : IAsyncDisposable
{
    readonly Browser _browser;
    readonly WorkshopId _workshop;
    readonly string _as;
    readonly SemaphoreSlim _one = new(1);
    HubClient _hub;

    Visit(Browser browser, WorkshopId workshop, string @as, HubClient hub) => (_browser, _workshop, _as, _hub) = (browser, workshop, @as, hub);

    /// <summary>The longest time without a connection, from its loss until it stood again.</summary>
    public TimeSpan LongestAway { get; private set; }

    /// <summary>How often it came back.</summary>
    public int Returns { get; private set; }

    /// <summary>Everything that was acknowledged: command to place.</summary>
    public Dictionary<string, long> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>What the present connection has brought.</summary>
    public HubClient Hub => _hub;

    public static async Task<Visit> Begin(Browser browser, WorkshopId workshop, string @as) =>
        new(browser, workshop, @as, await HubClient.Connect(browser, workshop, @as, impatient: true));

    /// <summary>Writes one card after another until it is told to stop, then sees the last one through.</summary>
    public async Task WriteUntil(string board, string name, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            await Send(Some.Card(board, $"{name} {i}"), Some.Id());
            await Task.Delay(Random.Shared.Next(20, 80), CancellationToken.None);
        }
    }

    /// <summary>Sends until it is acknowledged.</summary>
    public async Task<Ack> Send(ICommand command, string id)
    {
        while (true)
        {
            var hub = _hub;
            try
            {
                var ack = await hub.Send(command, id);
                if (ack.Rejection is not { Retry: true })
                {
                    Assert.Null(ack.Rejection);
                    Acknowledged[id] = ack.Seq!.Value;
                    return ack;
                }
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or Microsoft.AspNetCore.SignalR.HubException or OperationCanceledException)
            {
                await Return(hub);
            }
        }
    }

    /// <summary>Connects anew if this connection is lost.</summary>
    public async Task Return(HubClient lost)
    {
        await _one.WaitAsync();
        try
        {
            if (lost != _hub)
            {
                return;
            }

            var since = Stopwatch.GetTimestamp();
            for (var pause = 50; ; pause = Math.Min(pause * 2, 1_000))
            {
                try
                {
                    _hub = await HubClient.Connect(_browser, _workshop, _as, impatient: true);
                    break;
                }
                catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or TimeoutException
                    or System.Net.WebSockets.WebSocketException or OperationCanceledException)
                {
                    await Task.Delay(pause, TestContext.Current.CancellationToken);
                    Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"Could not come back: {e.Message}");
                }
            }

            Returns++;
            LongestAway = Stopwatch.GetElapsedTime(since) is var away && away > LongestAway ? away : LongestAway;
            await lost.DisposeAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _browser.Dispose();
        _one.Dispose();
    }
}
