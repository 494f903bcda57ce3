using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using StackExchange.Redis;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>
/// Redis makes two nodes quick and nothing else: whatever becomes of it, commands are acknowledged and delivered as ever, the other
/// node has them within a second and a half, health says what is wrong, and all is as before when it is back.
/// </summary>
public sealed partial class DoorbellTests(NodesWithRedis nodes) : IClassFixture<NodesWithRedis>
{
    [Fact]
    public async Task A_commit_is_rung_with_its_place_and_nothing_else()
    {
        await nodes.UntilHealthy();
        await using var apart = await Apart.Open(nodes);
        await using var listener = await nodes.Redis.Listener();
        var heard = new ConcurrentQueue<(string Channel, string Message)>();
        await listener.GetSubscriber().SubscribeAsync(RedisChannel.Pattern("*"), (channel, message) => heard.Enqueue(($"{channel}", $"{message}")));

        await apart.UntilRung();

        var rings = heard.Where(h => h.Message.Length > 0).ToList();
        Assert.All(rings, h => Assert.Equal("ws:ring", h.Channel));
        Assert.All(rings, h => Assert.Matches($$"""^\{"workshop":"[0-9a-f-]{36}","seq":\d+\}$""", h.Message));
        Assert.Contains(rings, h => h.Message.Contains(apart.Scene.Workshop.Value, StringComparison.Ordinal));
        Assert.All(heard.Except(rings), h => Assert.Matches("^ws:echo:[0-9a-f]{32}$", h.Channel));
    }

    [Fact]
    public async Task Redis_killed_disturbs_nobody_and_people_still_join()
    {
        await using var apart = await Apart.Open(nodes);
        await nodes.UntilHealthy();
        await nodes.Redis.Kill();

        await AssertUndisturbed(apart);
        await nodes.UntilBothSay("Redis ");
        await AssertUndisturbed(apart);
        await apart.Scene.Join("Bolat", at: nodes.Second.Address);

        await nodes.Redis.Restart();
        await nodes.UntilHealthy();
        await apart.UntilRung();
    }

    [Fact]
    public async Task Redis_frozen_disturbs_nobody()
    {
        await using var apart = await Apart.Open(nodes);
        await nodes.UntilHealthy();
        await nodes.Redis.Freeze();

        await AssertUndisturbed(apart);
        await nodes.UntilBothSay("\"status\":\"degraded\"");
        await AssertUndisturbed(apart);

        await nodes.Redis.Thaw();
        await nodes.UntilHealthy();
        await apart.UntilRung();
    }

    [Fact]
    public async Task A_slow_way_to_Redis_disturbs_nobody()
    {
        await using var apart = await Apart.Open(nodes);
        await nodes.UntilHealthy();
        nodes.Way.Delay = TimeSpan.FromSeconds(0.7);

        await AssertUndisturbed(apart);
        await nodes.UntilBothSay("\"status\":\"degraded\"");
        await AssertUndisturbed(apart);

        nodes.Way.Delay = TimeSpan.Zero;
        await nodes.UntilHealthy();
        await apart.UntilRung();
    }

    [Fact]
    public async Task Subscriptions_that_are_cut_are_made_again()
    {
        await using var apart = await Apart.Open(nodes);
        await nodes.UntilHealthy();
        var before = await Subscribers();

        await nodes.Redis.Admin("CLIENT", "KILL", "TYPE", "pubsub");

        await AssertUndisturbed(apart);
        await Wait.Until(async () => (await Subscribers()) is { Count: 2 } now && !now.Overlaps(before));
        await nodes.UntilHealthy();
        await apart.UntilRung();
    }

    [Fact]
    public async Task Subscribers_that_Redis_drops_because_their_buffer_is_full_come_back()
    {
        await using var apart = await Apart.Open(nodes);
        await nodes.UntilHealthy();
        var before = await Subscribers();
        await nodes.Redis.Admin("CONFIG", "SET", "client-output-buffer-limit", "pubsub 32kb 16kb 1");

        await nodes.Redis.Admin("EVAL", "for i = 1, 200 do redis.call('PUBLISH', 'ws:ring', string.rep('x', 4000)) end", "0");

        await AssertUndisturbed(apart);
        await Wait.Until(async () => (await Subscribers()) is { Count: 2 } now && !now.Overlaps(before));
        await nodes.UntilHealthy();
        await apart.UntilRung();
        await nodes.Redis.Admin("CONFIG", "SET", "client-output-buffer-limit", "pubsub 1mb 256kb 10");
    }

    [Fact]
    public async Task Whatever_is_published_can_only_make_a_node_look_at_a_log()
    {
        await using var apart = await Apart.Open(nodes);
        var workshop = apart.Scene.Workshop.Value;
        var before = await apart.Scene.Facilitator.Send(Some.Card(apart.Board, "The last one before."));
        string[] hostile =
        [
            "", "garbage", "{}", "null", "[]", "\"\"", "{\"workshop\":null,\"seq\":1}", "{\"workshop\":\"../../etc\",\"seq\":1}",
            $$"""{"workshop":"{{workshop}}","seq":9223372036854775808}""", $$"""{"workshop":"{{workshop}}","seq":-1}""",
            $$"""{"workshop":"{{workshop}}","seq":1,"events":[{"type":"sessionClosed"}]}""", $$"""{"workshop":"{{workshop}}","seq":"5"}""",
            new('x', 100_000), new('[', 30_000),
            // These look like rings: of a workshop that nobody has, and of a place that is not there yet.
            """{"workshop":"00000000-0000-7000-8000-000000000000","seq":5}""", $$"""{"workshop":"{{workshop}}","seq":9223372036854775807}""",
        ];

        foreach (var message in hostile)
        {
            await nodes.Redis.Admin("EVAL", "for i = 1, 20 do redis.call('PUBLISH', 'ws:ring', ARGV[1]) end", "0", message);
        }

        await Wait.Until(() => new[] { nodes.First, nodes.Second }.All(n => n.Output.Any(line => line.Contains("were no rings and were ignored", StringComparison.Ordinal))));
        var after = await apart.Scene.Facilitator.Send(Some.Card(apart.Board, "The first one after."));
        Assert.Equal(before.Seq + 1, after.Seq);
        await nodes.UntilHealthy();
        await apart.UntilRung();
    }

    [Fact]
    public async Task The_user_of_a_node_needs_no_more_than_it_may_and_may_nothing_else()
    {
        await using var apart = await Apart.Open(nodes);
        await nodes.UntilHealthy();

        // What nodes have done since Redis was started was all allowed; a wrong password is another test's.
        var denied = await nodes.Redis.Admin("ACL", "LOG");
        Assert.All(["command", "key", "channel"], reason => Assert.DoesNotContain($"reason\n{reason}\n", denied, StringComparison.Ordinal));
        string[][] forbidden =
        [
            ["GET", "x"], ["SET", "x", "y"], ["KEYS", "*"], ["EVAL", "return 1", "0"], ["CONFIG", "GET", "*"], ["FLUSHALL"], ["SHUTDOWN"], ["ACL", "LIST"],
            ["PUBLISH", "other", "x"], ["MONITOR"],
        ];
        foreach (var command in forbidden)
        {
            Assert.Contains("NOPERM", await nodes.Redis.AsNode(command), StringComparison.Ordinal);
        }

        await nodes.Redis.Admin("ACL", "LOG", "RESET");
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_the_node_serves()
    {
        await using var server = await ServerProcess.Start(null, "--redis", $"127.0.0.1:{nodes.Redis.Port},user=workshop,password=wrong");
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);

        await scene.Board();

        await Wait.Until(async () => (await dana.Get("/health")).Body.Contains("Redis refuses our user or password", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Output, line => line.Contains("wrong", StringComparison.Ordinal));
        await nodes.Redis.Admin("ACL", "LOG", "RESET");
    }

    static async Task AssertUndisturbed(Apart apart)
    {
        var pace = await apart.Write(5);
        Assert.InRange(pace.Acknowledged, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
        Assert.InRange(pace.Delivered, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
    }

    async Task<HashSet<string>> Subscribers() =>
        [.. ClientId().Matches(await nodes.Redis.Admin("CLIENT", "LIST", "TYPE", "pubsub")).Select(m => m.Value)];

    [GeneratedRegex(@"(?m)^id=\d+")]
    private static partial Regex ClientId();
}
