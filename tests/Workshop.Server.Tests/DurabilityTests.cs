using System.Text.Json;
using Workshop.Core.Cards;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;
using Workshop.Storage;

namespace Workshop.Server.Tests;

/// <summary>What was acknowledged survives, once and in one order, whoever dies and however many write.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public async Task Twenty_times_killed_in_a_burst_no_acknowledged_command_is_lost_and_none_is_there_twice()
    {
        var data = ServerProcess.NewFolder();
        var server = await ServerProcess.Start(data, UnlimitedStage.Limits);
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        var unknown = new List<(string Id, AddCard Card)>();
        for (var round = 0; round < 20; round++)
        {
            using var browser = new Browser(server.Address);
            await browser.SignIn();
            await using var hub = await browser.Connect(scene.Workshop, "staff");

            // First what the last kill left open, under the same ids; then new ones.
            var burst = unknown.Concat(Enumerable.Range(0, 200).Select(i => (Some.Id(), Some.Card(board, $"Card {round}.{i}")))).ToList();
            unknown.Clear();
            var begun = new List<(string Id, AddCard Card, Task<Ack> Answer)>();
            foreach (var (id, card) in burst)
            {
                begun.Add((id, card, await hub.Begin(card, id)));
            }

            await Wait.Until(() => hub.Acks.Count > 10 + (round * 7));
            await server.Kill();
            await Wait.For(hub.Closed);
            foreach (var (id, card, answer) in begun)
            {
                if (answer.IsCompletedSuccessfully)
                {
                    Assert.Null((await answer).Rejection);
                    acknowledged[id] = (await answer).Seq!.Value;
                }
                else
                {
                    Assert.True(answer.IsFaulted);
                    unknown.Add((id, card));
                }
            }

            server = await ServerProcess.Start(data, UnlimitedStage.Limits);
        }

        await server.DisposeAsync();
        await AssertLog(data, scene.Workshop, acknowledged);
        Assert.True(acknowledged.Count > 400);
    }

    [Fact]
    public async Task Two_servers_on_one_file_append_to_one_workshop_densely_and_show_one_order()
    {
        var data = ServerProcess.NewFolder();
        await using var first = await ServerProcess.Start(data, UnlimitedStage.Limits);
        using var dana = new Browser(first.Address);
        await dana.SetUp(first.SetupToken!);
        await using var second = await ServerProcess.Start(data, UnlimitedStage.Limits);
        using var otherDana = new Browser(second.Address);
        await otherDana.SignIn();
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var view = $"public/activity:{board}";
        await using var other = await otherDana.Connect(scene.Workshop, "staff");
        await using var watchFirst = await dana.Connect(scene.Workshop, "staff");
        await using var watchSecond = await otherDana.Connect(scene.Workshop, "staff");
        var (atFirst, atSecond) = (await watchFirst.Watch(view), await watchSecond.Watch(view));
        var guest = await scene.Join(at: second.Address);

        var answers = new Dictionary<string, Task<Ack>>(StringComparer.Ordinal);
        for (var i = 0; i < 200; i++)
        {
            foreach (var hub in new[] { scene.Facilitator, other, guest.Hub })
            {
                var id = Some.Id();
                answers[id] = await Persist(hub, Some.Card(board, $"Card {i}"), id);
            }
        }

        var acks = await Wait.For(Task.WhenAll(answers.Values));
        var last = acks.Max(a => a.Seq!.Value);

        Assert.All(acks, a => Assert.Null(a.Rejection));
        await AssertLog(data, scene.Workshop, acks.ToDictionary(a => a.Id, a => a.Seq!.Value));
        await Wait.Until(async () => (await atFirst.Records(view)).Count == answers.Count && (await atSecond.Records(view)).Count == answers.Count);
        Assert.Equal(await atFirst.Records(view), await atSecond.Records(view));
        Assert.Equal(
            (await dana.View(scene.Workshop, view, last)).Json["records"]!.AsArray().Count,
            (await otherDana.View(scene.Workshop, view, last)).Json["records"]!.AsArray().Count);
    }

    /// <summary>As an outbox does: once more, under the same id, if the server says that waiting helps.</summary>
    static async Task<Task<Ack>> Persist(HubClient hub, ICommand command, string id)
    {
        var begun = await hub.Begin(command, id);
        return Again(begun);

        async Task<Ack> Again(Task<Ack> answer)
        {
            var ack = await answer;
            return ack.Rejection is { Retry: true } ? await await Persist(hub, command, id) : ack;
        }
    }

    /// <summary>The log of a workshop holds these commands at these places, once, and its chain is whole.</summary>
    internal static async Task AssertLog(string data, WorkshopId workshop, Dictionary<string, long> acknowledged)
    {
        using var database = ServerDatabase.Open(data);
        var tail = await new WorkshopLog(database).ReadAfter(workshop, 0, TestContext.Current.CancellationToken);
        var seqs = tail.Commits.ToDictionary(c => c.Command.Value, c => c.Seq);

        Assert.Equal(Enumerable.Range(1, tail.Commits.Length).Select(n => (long)n), tail.Commits.Select(c => c.Seq));
        Assert.Equal(tail.Commits.Length, seqs.Count);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, seqs.GetValueOrDefault(a.Key)));
        var previous = Commit.NoHash;
        foreach (var commit in tail.Commits)
        {
            Assert.Equal(commit.ComputeHash(previous), commit.Hash);
            previous = commit.Hash;
        }

        Assert.True(tail.Commits.Zip(tail.Commits.Skip(1)).All(p => p.First.At <= p.Second.At));
        var replayed = tail.Commits.Aggregate(WorkshopState.Empty, Domain.Evolve);
        Assert.True(acknowledged.Count <= replayed.Cards.All.Count, JsonSerializer.Serialize(acknowledged.Count));
    }
}
