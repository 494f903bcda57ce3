using System.Diagnostics;
using System.Text.Json;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>What happens at one node is known at the other, without Redis: who comes and goes, and who may stay.</summary>
public sealed class TwoNodesTests
{
    [Fact]
    public async Task Who_comes_to_another_node_is_seen_within_15_s_and_whose_node_dies_is_gone_within_45_s()
    {
        var data = ServerProcess.NewFolder();
        await using var first = await ServerProcess.Start(data);
        using var dana = new Browser(first.Address);
        await dana.SetUp(first.SetupToken!);
        var second = await ServerProcess.Start(data);
        await using var scene = await Scene.Open(dana);
        await scene.Facilitator.Watch("staff/now");

        var guest = await scene.Join(at: second.Address);
        var since = Stopwatch.GetTimestamp();
        await Wait.Until(() => Online(scene.Facilitator).Contains(guest.Person.Value));
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(15));

        since = Stopwatch.GetTimestamp();
        await second.Kill();
        await Wait.Until(() => !Online(scene.Facilitator).Contains(guest.Person.Value));
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(45));
        await second.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Who_signs_out_at_one_node_is_out_of_the_other_within_five_seconds()
    {
        var data = ServerProcess.NewFolder();
        await using (var first = await ServerProcess.Start(data))
        await using (var second = await ServerProcess.Start(data))
        {
            using var dana = new Browser(first.Address);
            await dana.SetUp(second.SetupToken!);
            var workshop = await dana.CreateWorkshop();
            using var same = Browser.WithCookies(second.Address, dana.CookieHeader);
            await using var elsewhere = await same.Connect(workshop, "staff");

            Assert.Equal(200, (await dana.Post("/api/sign-out", new { })).Status);
            var since = Stopwatch.GetTimestamp();
            await Wait.For(elsewhere.Closed);

            Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        Directory.Delete(data, recursive: true);
    }

    static HashSet<string> Online(HubClient hub) =>
    [
        .. hub.Messages.Where(m => m.Name == "ambient" && m.Body.GetProperty("view").GetString() == "staff/now")
            .SelectMany(m => m.Body.GetProperty("put").EnumerateArray())
            .LastOrDefault() is { ValueKind: JsonValueKind.Object } last
                ? last.GetProperty("people").EnumerateArray().Select(p => p.GetString()!)
                : [],
    ];
}
