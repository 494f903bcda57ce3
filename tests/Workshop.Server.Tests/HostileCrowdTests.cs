using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>
/// A hundred people write while others send whatever is bad. Nobody of the hundred notices. How long they wait for their
/// acknowledgements, without and with the attack, is printed (with <c>--output Detailed</c>) and not asserted.
/// </summary>
public sealed class HostileCrowdTests(Stage stage) : IClassFixture<Stage>
{
    const int People = 100;
    const int Rounds = 3;

    [Fact]
    public async Task A_hundred_people_lose_nothing_and_nobody_is_disconnected_while_others_attack()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var view = $"public/activity:{board}";
        var people = new List<Guest>();
        for (var i = 0; i < People; i++)
        {
            people.Add(await scene.Join($"Guest {i}"));
        }

        var replicas = await Task.WhenAll(people.Select(p => p.Hub.Watch(view)));
        var victim = await people[0].Hub.Do(Some.Card(board, "Kind words"));
        var written = new ConcurrentDictionary<string, string> { [victim] = "Kind words" };

        var calm = await Write(people, board, written);
        using var over = new CancellationTokenSource();
        var attackers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => scene.Join($"Attacker {i}")));
        var attacks = new Attack(scene, board, victim, over.Token);
        var attack = Task.WhenAll(
            attacks.Malformed(attackers[0].Browser), attacks.Floods(attackers[1].Browser), attacks.NoCommands(attackers[2].Browser),
            attacks.Forgeries(attackers[3].Browser), attacks.OtherOrigins(attackers[4].Browser), attacks.Bodies(attackers[5].Browser));
        await Wait.Until(() => attacks.Kinds.Count == 6, "every kind of attack has begun");
        var attacked = await Write(people, board, written);
        await over.CancelAsync();
        await Wait.For(attack);

        Assert.All(people, p => Assert.False(p.Hub.Closed.IsCompleted));
        Assert.All(people, p => Assert.All(p.Hub.Acks, a => Assert.Null(a.Rejection)));
        foreach (var replica in replicas)
        {
            await Wait.Until(async () => (await replica.Records(view)).Count >= written.Count, "everyone sees every card");
            var cards = (await replica.Records(view)).Values.Select(r => JsonSerializer.Deserialize<JsonElement>(r)).ToList();
            Assert.Equal(
                written.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, w.Value)),
                cards.Select(c => (Id: c.GetProperty("card").GetString()!, Text: TextOf(c))).OrderBy(c => c.Id, StringComparer.Ordinal));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{People} people, acknowledgements: without an attack p50 {At(calm, 0.5):0.0} ms, p99 {At(calm, 0.99):0.0} ms; "
            + $"with it p50 {At(attacked, 0.5):0.0} ms, p99 {At(attacked, 0.99):0.0} ms; p99 {At(attacked, 0.99) / At(calm, 0.99):0.00} times. "
            + $"Sent meanwhile: {string.Join(", ", attacks.Kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key} {k.Value}"))}.");
    }

    /// <summary>Everyone writes in turn, a hundred cards a second; how long each waited, in milliseconds.</summary>
    static async Task<double[]> Write(List<Guest> people, string board, ConcurrentDictionary<string, string> written)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var waits = new List<Task<double>>();
        for (var i = 0; i < People * Rounds; i++)
        {
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            waits.Add(One(people[i % People], board, $"Card {i} of {people[i % People].Person}", written));
        }

        return await Task.WhenAll(waits);
    }

    static async Task<double> One(Guest guest, string board, string text, ConcurrentDictionary<string, string> written)
    {
        var since = Stopwatch.GetTimestamp();
        written[await guest.Hub.Do(Some.Card(board, text))] = text;
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    static string TextOf(JsonElement card) => card.GetProperty("text").GetProperty("versions").EnumerateObject().Single().Value.GetProperty("text").GetString()!;

    static double At(double[] waits, double quantile) => waits.Order().ElementAt((int)(quantile * (waits.Length - 1)));

    /// <summary>What is sent again and again until it is over.</summary>
    sealed class Attack(Scene scene, string board, string victim, CancellationToken over)
    {
        /// <summary>How often each was sent.</summary>
        public ConcurrentDictionary<string, int> Kinds { get; } = new();

        public Task Malformed(Browser browser) => Again("malformed messages", async round =>
        {
            using var socket = await RawSocket.Open(browser, scene.Workshop);
            await ((round % 5) switch
            {
                0 => socket.Send("not json at all\u001e"),
                1 => socket.Send("{\"type\":1,\"target\":\"Send\",\"arguments\":[" + new string('[', 10_000) + "\u001e"),
                2 => socket.Send(new string('x', 40_000)),
                3 => socket.SendBytes([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d, 0x1e]),
                _ => socket.Send("{\"type\":\"1\"}\u001e"),
            });
            await socket.WaitForEnd();
        });

        public Task Floods(Browser browser) => Again("floods", async round =>
        {
            using var socket = await RawSocket.Open(browser, scene.Workshop);
            var message = (round % 3) switch
            {
                0 => """{"type":1,"target":"NoSuchMethod","arguments":[1]}""",
                1 => """{"type":99}""",
                _ => """{"type":3,"invocationId":"7","result":1}""",
            };
            await socket.Send(string.Concat(Enumerable.Repeat(message + "\u001e", 500)));
            await socket.WaitForEnd();
        });

        public Task NoCommands(Browser browser) => Again("no commands", async _ =>
        {
            using var socket = await RawSocket.Open(browser, scene.Workshop);
            foreach (var command in new[]
            {
                """{"type":"addCard","activity":"a","text":"\ud800"}""", """{"type":"addCard","activity":"BOARD","text":"\udc00\ud800"}""",
                """{"type":"addCard","activity":"BOARD","text":"a\u0000b"}""", """{"type":"addCard","activity":"BOARD","text":"x","author":"y"}""",
                """{"type":"addCard","activity":"BOARD","text":"x","text":"y"}""", """{"type":"noSuchCommand"}""", "null", "[]", "7",
            })
            {
                await socket.Call("Send", $"\"{Some.Id()}\",{command.Replace("BOARD", board, StringComparison.Ordinal)}");
            }

            var last = Some.Id();
            await socket.Call("Send", $"\"{last}\",7");
            await socket.ReadUntil(last);
        });

        public Task Forgeries(Browser browser) => Again("forged ids", async _ =>
        {
            using var socket = await RawSocket.Open(browser, scene.Workshop);
            foreach (var command in new[]
            {
                $$"""{"type":"editCard","card":"{{victim}}","text":"Unkind words","base":1}""", $$"""{"type":"withdrawCard","card":"{{victim}}"}""",
                $$"""{"type":"hideCard","card":"{{victim}}","reason":"x"}""", $$"""{"type":"markLeft","person":"{{scene.Workshop}}"}""",
                """{"type":"closeSession"}""", $$"""{"type":"addCard","activity":"{{Some.Id()}}","text":"x"}""",
            })
            {
                await socket.Call("Send", $"\"{Some.Id()}\",{command}");
            }

            var last = Some.Id();
            await socket.Call("Send", $$"""
                "{{last}}",{"type":"openSession"}
                """);
            await socket.ReadUntil(last);
        });

        public Task OtherOrigins(Browser browser) => Again("other origins", async _ =>
        {
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", "https://evil.example");
            socket.Options.SetRequestHeader("Cookie", browser.CookieHeader);
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(RawSocket.AddressOf(browser, scene.Workshop, "person"), CancellationToken.None));
        });

        public Task Bodies(Browser browser) => Again("bad bodies", async _ =>
        {
            foreach (var body in new[] { "{", new string(' ', 100_000), """{"code":"1","id":"x","key":"y","name":"\ud800","language":"ru","group":"customs"}""" })
            {
                var answer = await browser.Send(new(HttpMethod.Post, "/api/join") { Content = new StringContent(body, Encoding.UTF8, "application/json") });
                Assert.InRange(answer.Status, 400, 499);
            }
        });

        async Task Again(string kind, Func<int, Task> send)
        {
            for (var round = 0; !over.IsCancellationRequested; round++)
            {
                try
                {
                    await send(round);
                }
                catch (Exception e) when (e is WebSocketException or IOException or HttpRequestException)
                {
                    // Refused before it was said.
                }

                Kinds.AddOrUpdate(kind, 1, (_, n) => n + 1);
                await Task.Delay(5, CancellationToken.None);
            }
        }
    }
}
