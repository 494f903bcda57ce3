using System.Diagnostics;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>Two nodes on one database, and a Redis that they reach by a way of ours.</summary>
public sealed class NodesWithRedis : IAsyncLifetime
{
    public ServerProcess First { get; private set; } = null!;

    public ServerProcess Second { get; private set; } = null!;

    internal RedisServer Redis { get; private set; } = null!;

    internal SlowProxy Way { get; private set; } = null!;

    public Browser Dana { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Redis = await RedisServer.Start();
        Way = new(Redis.Port);
        var data = ServerProcess.NewFolder();
        string[] options = [.. RedisServer.OptionsBy(Way.Port), .. UnlimitedStage.Limits];
        First = await ServerProcess.Start(data, options);
        Dana = new(First.Address);
        await Dana.SetUp(First.SetupToken!);
        Second = await ServerProcess.Start(data, options);
    }

    public async ValueTask DisposeAsync()
    {
        Dana.Dispose();
        await First.DisposeAsync();
        await Second.DisposeAsync();
        Directory.Delete(First.Data, recursive: true);
        await Way.DisposeAsync();
        await Redis.DisposeAsync();
    }

    /// <summary>What both nodes say of themselves.</summary>
    public async Task<string[]> Health()
    {
        using var first = new Browser(First.Address);
        using var second = new Browser(Second.Address);
        return [(await first.Get("/health")).Body, (await second.Get("/health")).Body];
    }

    public Task UntilHealthy() => UntilBothSay("\"status\":\"ready\"");

    public Task UntilBothSay(string words) => Wait.Until(async () => (await Health()).All(h => h.Contains(words, StringComparison.Ordinal)), words);
}

/// <summary>A facilitator who writes by the first node, and somebody who reads by the second.</summary>
sealed class Apart : IAsyncDisposable
{
    int _written;

    public required Scene Scene { get; init; }

    public required string Board { get; init; }

    public required Guest Reader { get; init; }

    public static async Task<Apart> Open(NodesWithRedis nodes)
    {
        var scene = await Scene.Open(nodes.Dana);
        var board = await scene.Board();
        var reader = await scene.Join(at: nodes.Second.Address);
        await reader.Hub.Watch($"public/activity:{board}");
        return new() { Scene = scene, Board = board, Reader = reader };
    }

    /// <summary>Writes some cards, one after another: how long until each was acknowledged here, and until it was there.</summary>
    public async Task<Pace> Write(int cards)
    {
        var (acknowledged, delivered) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < cards; i++)
        {
            // Not in step with anything that happens twice a second.
            await Task.Delay(Random.Shared.Next(90), TestContext.Current.CancellationToken);
            var text = $"Card {++_written}.";
            var start = Stopwatch.GetTimestamp();
            Assert.Null((await Scene.Facilitator.Send(Some.Card(Board, text))).Rejection);
            acknowledged.Add(Stopwatch.GetElapsedTime(start));
            await Wait.Until(() => Reader.Hub.Messages.Any(m => m.Name == "frame" && m.Body.GetRawText().Contains(text, StringComparison.Ordinal)), text);
            delivered.Add(Stopwatch.GetElapsedTime(start));
        }

        return new(Median(acknowledged), Median(delivered), TimeSpan.FromTicks((long)delivered.Average(d => d.Ticks)));
    }

    /// <summary>
    /// Until twenty cards came so soon that it was not the look every half second that brought them: with that alone this mean comes
    /// about once in thirty thousand times.
    /// </summary>
    public Task UntilRung() => Wait.Until(async () => (await Write(20)).MeanDelivery < TimeSpan.FromMilliseconds(120), "the bell is heard");

    public ValueTask DisposeAsync() => Scene.DisposeAsync();

    static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}

/// <summary>How long things took.</summary>
sealed record Pace(TimeSpan Acknowledged, TimeSpan Delivered, TimeSpan MeanDelivery);
