using System.Globalization;
using Workshop.Storage;
using Workshop.Storage.Sqlite;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>
/// Two nodes behind nginx, as <c>scripts/cluster</c> starts them, while people write: whatever becomes of the node that serves them,
/// they are back by the same address within half a minute, and what was acknowledged is there, once.
/// </summary>
public sealed class ClusterTests
{
    /// <summary>How long a node is held up: long enough that its people have gone; an hour shows no more. <c>WORKSHOP_PAUSE=60</c> sets the seconds.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("WORKSHOP_PAUSE") ?? "25", CultureInfo.InvariantCulture));

    /// <summary>What is promised, also to a busy machine.</summary>
    static readonly TimeSpan MovedWithin = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_node_that_is_killed_is_replaced_by_the_other()
    {
        await using var cluster = new Cluster();
        await cluster.InitializeAsync();
        await using var session = await Session.Begin(cluster);
        var (serving, other) = (cluster.Serving(), 1 - cluster.Serving());

        await session.UntilWritten(40);
        await cluster.Signal(serving, "KILL");
        await session.UntilWritten(80);

        await session.End(longestAway: MovedWithin);
        Assert.Contains("has read", await cluster.LogOf(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_drained_says_goodbye_and_the_next_version_takes_its_place()
    {
        await using var cluster = new Cluster();
        await cluster.InitializeAsync();
        await using var session = await Session.Begin(cluster);
        var serving = cluster.Serving();
        var hubs = session.Visits.ConvertAll(v => v.Hub);

        await session.UntilWritten(40);
        await cluster.Signal(serving, "TERM");
        await cluster.UntilGone(serving);
        await session.UntilWritten(80);
        await using var next = await cluster.Replace(serving);

        // Now the one that took them in leaves as well.
        await cluster.Signal(1 - serving, "TERM");
        await cluster.UntilGone(1 - serving);
        await session.UntilWritten(120);

        await session.End(longestAway: MovedWithin);
        Assert.All(hubs, h => Assert.Contains(h.Messages, m => m.Name == "goingAway"));
        Assert.All(session.Visits, v => Assert.True(v.Returns >= 2));
    }

    [Fact]
    public async Task A_node_that_was_held_up_comes_back_to_a_workshop_that_has_gone_on_and_does_no_harm()
    {
        await using var cluster = new Cluster();
        await cluster.InitializeAsync();
        await using var session = await Session.Begin(cluster);
        var serving = cluster.Serving();
        using var late = new Browser(cluster.Node(serving));
        await late.SignIn();
        await using var stale = await late.Connect(session.Workshop, "staff");
        await session.UntilWritten(40);

        await cluster.Signal(serving, "STOP");
        var held = System.Diagnostics.Stopwatch.StartNew();
        await session.UntilWritten(80);
        await Wait.Until(() => held.Elapsed > Pause, "the pause is over");
        // What was sent to it while it slept is the first thing that it finds.
        var id = Some.Id();
        var (card, answer) = (Some.Card(session.Board, "Written to the one that sleeps"), default(Task<Core.Wire.Ack>));
        try
        {
            answer = await stale.Begin(card, id);
        }
        catch (InvalidOperationException)
        {
            // Has been given up by now.
        }

        await cluster.Signal(serving, "CONT");
        await Wait.Until(async () => (await cluster.LogOf(serving)).Contains("was held up for", StringComparison.Ordinal));
        await Wait.For(stale.Closed);
        if (answer is { IsCompletedSuccessfully: true })
        {
            session.Visits[0].Acknowledged[id] = (await answer).Seq!.Value;
        }

        // It serves again, and knows everything.
        using var again = new Browser(cluster.Node(serving));
        await again.SignIn();
        await using var hub = await again.Connect(session.Workshop, "staff");
        var ack = await hub.Send(Some.Card(session.Board, "By the woken one"));
        Assert.True(ack.Seq > session.Visits.Max(v => v.Acknowledged.Values.Max()) - 5);

        await session.End(longestAway: MovedWithin);
    }

    /// <summary>A workshop with people who write all the time.</summary>
    sealed class Session : IAsyncDisposable
    {
        readonly CancellationTokenSource _stop = new();
        readonly Cluster _cluster;
        List<Task> _writing = [];

        Session(Cluster cluster) => _cluster = cluster;

        public List<Visit> Visits { get; } = [];

        public WorkshopId Workshop { get; private set; }

        public string Board { get; private set; } = "";

        public static async Task<Session> Begin(Cluster cluster)
        {
            var session = new Session(cluster);
            await using (var scene = await Scene.Open(cluster.Dana))
            {
                (session.Workshop, session.Board) = (scene.Workshop, await scene.Board());
                for (var i = 0; i < 6; i++)
                {
                    var browser = new Browser(cluster.Address);
                    await browser.Join(scene.Code, $"Person {i}");
                    session.Visits.Add(await Visit.Begin(browser, scene.Workshop, "person"));
                }
            }

            session._writing = [.. session.Visits.Select((v, i) => Task.Run(() => v.WriteUntil(session.Board, $"Card {i}", session._stop.Token)))];
            return session;
        }

        /// <summary>Waits until everyone together has so many answers.</summary>
        public Task UntilWritten(int cards) => Wait.Until(() => Visits.Sum(v => v.Acknowledged.Count) >= cards || _writing.Exists(w => w.IsFaulted), $"{cards} written");

        /// <summary>Everyone stops; the log and both kinds of view hold what was acknowledged.</summary>
        public async Task End(TimeSpan longestAway)
        {
            await _stop.CancelAsync();
            await Wait.For(Task.WhenAll(_writing));
            var acknowledged = Visits.SelectMany(v => v.Acknowledged).ToDictionary(a => a.Key, a => a.Value);
            var last = acknowledged.Values.Max();
            var view = await _cluster.Dana.View(Workshop, $"public/activity:{Board}", last);
            var cards = view.Json["records"]!.AsArray().Select(r => r!["card"]!.GetValue<string>()).ToHashSet();
            using var database = Database.Open(_cluster.Data);
            var commits = (await new WorkshopLog(database).ReadAfter(Workshop, 0, TestContext.Current.CancellationToken)).Commits;

            Assert.Equal(Enumerable.Range(1, commits.Length).Select(n => (long)n), commits.Select(c => c.Seq));
            Assert.All(acknowledged, a => Assert.Equal(a.Value, commits.Single(c => c.Command.Value == a.Key).Seq));
            Assert.Subset(cards, acknowledged.Keys.ToHashSet());
            Assert.All(Visits, v => Assert.InRange(v.LongestAway, TimeSpan.Zero, longestAway));
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            foreach (var visit in Visits)
            {
                await visit.DisposeAsync();
            }

            _stop.Dispose();
        }
    }
}
