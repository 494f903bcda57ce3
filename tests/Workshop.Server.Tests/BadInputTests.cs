using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Workshop.Core.Cards;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>Whatever one client sends, it is refused, the others go on, and the server stays.</summary>
public sealed class BadInputTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"type\":1,\"target\":\"Send\",\"arguments\":[")]
    [InlineData("{\"type\":1,\"target\":\"Send\",\"arguments\":{}}")]
    [InlineData("{\"type\":\"1\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Malformed_messages_end_their_connection_and_disturb_nobody(string message)
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        using var socket = await RawSocket.Open(guest.Browser, scene.Workshop);

        await socket.Send(message + "\u001e");

        await socket.WaitForEnd();
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
    }

    [Fact]
    public async Task A_message_over_32_KB_ends_its_connection_and_disturbs_nobody()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        using var socket = await RawSocket.Open(guest.Browser, scene.Workshop);

        await socket.Send(new string('x', 40_000));

        await socket.WaitForEnd();
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
    }

    [Theory]
    [InlineData("""{"type":"addCard","activity":"a"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":null}""")]
    [InlineData("""{"type":"addCard","activity":"A B","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"x","extra":1}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"x","text":"y"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":5}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"\ud800"}""")]
    [InlineData("""{"type":"noSuchCommand"}""")]
    [InlineData("""{"activity":"a","text":"x"}""")]
    [InlineData("""{"type":"placeCards","activity":"a","cards":[null]}""")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}}}}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    public async Task What_is_no_command_is_refused_under_its_id_and_the_connection_lives(string command)
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        using var socket = await RawSocket.Open(guest.Browser, scene.Workshop);
        var (bad, good) = (Some.Id(), Some.Id());

        await socket.Call("Send", $"\"{bad}\",{command}");
        await socket.Call("Send", $$"""{{JsonSerializer.Serialize(good)}},{"type":"addCard","activity":"{{board}}","text":"Good"}""");

        var answers = await socket.ReadUntil(good);
        Assert.Contains($"{{\"id\":\"{bad}\",\"rejection\":{{\"code\":\"command.malformed\",\"args\":{{}},\"retry\":false}}}}", answers, StringComparison.Ordinal);
        Assert.Contains($"{{\"id\":\"{good}\",\"seq\":", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answers, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("01A20FF9-B97A-793B-8029-B553B8161DB7")]
    [InlineData("01a20ff9-b97a-793b-8029-b553b8161db7.0")]
    public async Task An_id_that_is_no_uuid_in_lower_case_is_refused(string id)
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();

        Assert.Equal("command.malformed", (await scene.Facilitator.Send(Some.Card(board), id)).Rejection?.Code);
    }

    [Theory]
    [InlineData("""{"type":1,"target":"NoSuchMethod","arguments":[1]}""")]
    [InlineData("""{"type":99}""")]
    [InlineData("""{"type":3,"invocationId":"7","result":1}""")]
    public async Task A_flood_of_what_is_no_call_of_ours_ends_its_connection_alone(string message)
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        using var socket = await RawSocket.Open(guest.Browser, scene.Workshop);

        var flood = new StringBuilder();
        for (var i = 0; i < 200; i++)
        {
            flood.Append(message).Append('\u001e');
        }

        await socket.Send(flood.ToString());

        await socket.WaitForEnd();
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
    }

    [Fact]
    public async Task Who_writes_too_fast_is_told_to_slow_down_keeps_the_connection_and_loses_nothing()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        var cards = Enumerable.Range(0, 150).Select(i => (Id: Some.Id(), Card: Some.Card(board, $"Card {i}"))).ToList();

        var answers = await Wait.For(Task.WhenAll(await Task.WhenAll(cards.Select(c => guest.Hub.Begin(c.Card, c.Id)))));

        Assert.Contains(answers, a => a.Rejection is { Code: "server.slow-down", Retry: true });
        Assert.True(answers.Count(a => a.Rejection is null) >= 60);
        var left = answers.Where(a => a.Rejection is not null).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, card) in cards.Where(c => left.Contains(c.Id)))
        {
            await Wait.Until(async () => (await guest.Hub.Send(card, id)).Rejection is null, "accepted at a slower pace");
        }

        Assert.False(guest.Hub.Closed.IsCompleted);
    }

    [Fact]
    public async Task Who_asks_for_views_without_end_is_slowed_down_alone()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var (greedy, guest) = (await scene.Join(), await scene.Join("Bolat"));
        using var joining = await RawSocket.Open(greedy.Browser, scene.Workshop);

        // A place that the log has not reached makes the room read it anew each time.
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => greedy.Browser.View(scene.Workshop, "public/now", 1_000_000)));
        await joining.Send(string.Concat(Enumerable.Repeat("""{"type":1,"target":"Join","arguments":[{},""]}""" + "\u001e", 200)));
        await joining.WaitForEnd();
        Assert.Contains(answers, a => (a.Status, a.Code) == (503, "server.slow-down"));
        Assert.Equal(200, (await guest.Browser.View(scene.Workshop, "public/now")).Status);
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
        Assert.Null((await greedy.Hub.Send(Some.Card(board))).Rejection);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost.evil.example")]
    public async Task Pages_of_other_origins_get_no_connection_and_change_nothing(string origin)
    {
        await using var scene = await stage.Open();

        foreach (var path in new[] { $"/hub/{scene.Workshop}/negotiate?as=staff&negotiateVersion=1", "/api/workshops", "/api/sign-out", "/api/join" })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            request.Headers.Add("Origin", origin);
            var answer = await scene.Dana.Send(request);
            Assert.Equal((403, "server.foreign-origin"), (answer.Status, answer.Code));
        }

        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.SetRequestHeader("Cookie", scene.Dana.CookieHeader);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(RawSocket.AddressOf(scene.Dana, scene.Workshop, "staff"), TestContext.Current.CancellationToken));
        Assert.Equal(200, (await scene.Dana.Get("/api/workshops")).Status);
    }

    [Fact]
    public async Task Our_own_pages_may_and_a_form_of_another_site_may_not()
    {
        await using var scene = await stage.Open();
        HttpRequestMessage Request(string header, string value, string type = "application/json")
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = new StringContent("{}", Encoding.UTF8, type) };
            request.Headers.Add(header, value);
            return request;
        }

        Assert.Equal(400, (await scene.Dana.Send(Request("Origin", stage.Server.Address.GetLeftPart(UriPartial.Authority)))).Status);
        Assert.Equal(403, (await scene.Dana.Send(Request("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(415, (await scene.Dana.Send(Request("X-Any", "1", "text/plain"))).Status);
    }

    [Fact]
    public async Task Bodies_that_do_not_fit_are_refused_with_a_code()
    {
        using var browser = new Browser(stage.Server.Address);

        Assert.Equal((400, "request.malformed"), Facts(await browser.Post("/api/join", new { x = 1 })));
        Assert.Equal((404, "request.no-such-address"), Facts(await browser.Get("/api/no-such-thing")));
        Assert.Equal("request.no-such-address", (await browser.Get("/api/join")).Code);
        Assert.Equal((413, "request.too-large"), Facts(await browser.Send(new(HttpMethod.Post, "/api/join")
        {
            Content = new StringContent(new string(' ', 100_000), Encoding.UTF8, "application/json"),
        })));
        Assert.Equal((400, "request.malformed"), Facts(await browser.Get("/api/workshops/NOT%20ONE/session")));
    }

    static (int, string?) Facts(Answer answer) => (answer.Status, answer.Code);
}
