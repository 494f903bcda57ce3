using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>One slow or frozen client delays nobody.</summary>
public sealed class SlowClientTests(UnlimitedStage stage) : IClassFixture<UnlimitedStage>
{
    /// <summary>More than the kernel (4 MB) and the server's own buffers take in for a connection that is not read.</summary>
    const int Groups = 200;

    static readonly string Text = string.Concat(Enumerable.Repeat("\U0001F33E", 500));

    [Fact]
    public async Task A_client_that_stops_reading_delays_nobody_and_is_let_go()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        var replica = await guest.Hub.Watch($"public/activity:{board}");

        // Others must have everything while the slow ones are still connected. A machine that stands still for seconds can hide
        // that, since they are let go meanwhile; then once more.
        var wentOn = false;
        for (var attempt = 0; attempt < 4 && !wentOn; attempt++)
        {
            wentOn = await OthersGoOn(scene, board, guest, replica);
        }

        Assert.True(wentOn, "Nobody got anything until the slow clients were let go.");
        Assert.False(guest.Hub.Closed.IsCompleted);
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
    }

    static async Task<bool> OthersGoOn(Scene scene, string board, Guest guest, Replica replica)
    {
        var view = $"public/activity:{board}";
        var slow = new List<RawSocket>();
        for (var i = 0; i < 5; i++)
        {
            var socket = await RawSocket.Open(guest.Browser, scene.Workshop, receiveBuffer: 4_096);
            slow.Add(socket);
            await socket.Call("Join", $$"""{"{{view}}":{{replica.Have[view]}}},"{{Projection.Build}}" """);
        }

        for (var i = 0; i < Groups; i++)
        {
            var acks = await Wait.For(Task.WhenAll(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.Facilitator.Begin(Some.Card(board, Text))))));
            await replica.Find(view, $"card:{acks[^1].Id}");
        }

        var stillThere = !await slow[0].IsGone() && !await slow[0].IsGone() && !await slow[0].IsGone();
        foreach (var socket in slow)
        {
            await Wait.Until(socket.IsGone, "a client to which nothing could be written for seconds is let go");
            socket.Dispose();
        }

        return stillThere;
    }
}
