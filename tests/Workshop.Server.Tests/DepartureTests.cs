using System.Diagnostics;
using System.Net.Http.Json;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>A server that is told to stop in the middle of a workshop.</summary>
public sealed class DepartureTests
{
    [Fact]
    public async Task Told_to_stop_in_a_burst_it_says_goodbye_first_lets_nobody_in_ends_within_ten_seconds_and_loses_nothing()
    {
        var data = ServerProcess.NewFolder();
        var server = await ServerProcess.Start(data, UnlimitedStage.Limits);
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var guest = await scene.Join();
        List<Task<Ack>> answers = [];
        for (var i = 0; i < 500; i++)
        {
            answers.Add(await scene.Facilitator.Begin(Some.Card(board)));
        }

        var start = Stopwatch.GetTimestamp();
        var ending = server.Terminate();
        await Wait.Until(() => guest.Hub.Messages.Any(m => m.Name == "goingAway"), "a farewell");

        // It comes on an open connection; who would come back at once is sent away.
        Assert.False(guest.Hub.Closed.IsCompleted);
        using (var knock = await dana.Http.PostAsJsonAsync($"/hub/{scene.Workshop}/negotiate?as=staff&negotiateVersion=1", new { }, TestContext.Current.CancellationToken))
        {
            Assert.Equal(503, (int)knock.StatusCode);
        }

        Assert.Equal(0, await ending);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
        await server.DisposeAsync();
        await Wait.For(scene.Facilitator.Closed);
        var acknowledged = answers.Where(a => a.IsCompletedSuccessfully).Select(a => a.Result).ToList();
        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, a => Assert.Null(a.Rejection));
        await DurabilityTests.AssertLog(data, scene.Workshop, acknowledged.ToDictionary(a => a.Id, a => a.Seq!.Value));
        Directory.Delete(data, recursive: true);
    }
}
