using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>One slow or frozen client delays nobody.</summary>
public sealed class SlowClientTests(UnlimitedStage stage) : IClassFixture<UnlimitedStage>
{
    [Fact]
    public async Task A_client_that_stops_reading_delays_nobody_and_is_let_go()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var view = $"public/activity:{board}";
        var guest = await scene.Join();
        var replica = await guest.Hub.Watch(view);
        var slow = new List<RawSocket>();
        for (var i = 0; i < 5; i++)
        {
            var socket = await RawSocket.Open(guest.Browser, scene.Workshop, receiveBuffer: 4_096);
            slow.Add(socket);
            await socket.Call("Join", $$"""{"{{view}}":{{replica.Have[view]}}},"{{Projection.Build}}" """);
        }

        // More than the kernel takes in for a connection (4 MB); the sixth has each card soon after it is acknowledged.
        var text = string.Concat(Enumerable.Repeat("\U0001F33E", 500));
        for (var i = 0; i < 200; i++)
        {
            var acks = await Wait.For(Task.WhenAll(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.Facilitator.Begin(Some.Card(board, text))))));
            await replica.Find(view, $"card:{acks[^1].Id}");
        }

        foreach (var socket in slow)
        {
            await Wait.Until(socket.IsGone, "a client to which nothing could be written for seconds is let go");
            socket.Dispose();
        }

        Assert.False(guest.Hub.Closed.IsCompleted);
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
    }
}
