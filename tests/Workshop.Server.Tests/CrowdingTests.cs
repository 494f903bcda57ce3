using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>Whoever opens many connections, or slow ones, takes nobody's place.</summary>
public sealed class CrowdingTests(CrowdingTests.NarrowStage stage) : IClassFixture<CrowdingTests.NarrowStage>
{
    const int MostPerPerson = 6;

    [Fact]
    public async Task One_person_opens_so_many_sockets_and_no_more_even_in_silence_and_others_come_in()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        var silent = new List<RawSocket>();
        for (var i = 1; i < MostPerPerson; i++)
        {
            silent.Add(await RawSocket.OpenSilent(guest.Browser, scene.Workshop));
        }

        await Assert.ThrowsAsync<WebSocketException>(() => RawSocket.OpenSilent(guest.Browser, scene.Workshop));
        var answer = await guest.Browser.Post($"/hub/{scene.Workshop}/negotiate?as=person&negotiateVersion=1", new { });
        Assert.Equal((503, "server.busy"), (answer.Status, answer.Code));
        var other = await scene.Join("Bolat");
        Assert.Null((await other.Hub.Send(Some.Card(board))).Rejection);

        // Whoever does not shake hands within five seconds is let go, and the places are free again.
        await Task.WhenAll(silent.Select(s => s.WaitForEnd()));
        await Wait.Until(async () => (await guest.Browser.Post($"/hub/{scene.Workshop}/negotiate?as=person&negotiateVersion=1", new { })).Status == 200);
        silent.ForEach(s => s.Dispose());
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
    }

    [Fact]
    public async Task Five_hundred_silent_sockets_from_an_address_keep_nobody_from_there_out()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var people = new List<Browser>();
        for (var i = 0; i < 100; i++)
        {
            var browser = new Browser(stage.Server.Address);
            people.Add(browser);
            await browser.Join(scene.Code, $"Guest {i}");
        }

        var silent = await Task.WhenAll(people.SelectMany(p => Enumerable.Range(0, 5).Select(_ => TryOpen(p, scene.Workshop))));
        var guest = await scene.Join("Bolat");
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);

        Assert.True(silent.OfType<RawSocket>().Count() > 200);
        foreach (var socket in silent.OfType<RawSocket>())
        {
            await socket.WaitForEnd();
            socket.Dispose();
        }

        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
        people.ForEach(p => p.Dispose());
    }

    [Fact]
    public async Task A_connection_by_long_polling_takes_a_place_and_gives_it_back()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();
        var polling = new List<HubConnection>();
        for (var i = 1; i < MostPerPerson; i++)
        {
            polling.Add(await Poll(guest.Browser, scene.Workshop));
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Poll(guest.Browser, scene.Workshop));
        await polling[0].DisposeAsync();
        await Wait.Until(async () =>
        {
            try
            {
                polling[0] = await Poll(guest.Browser, scene.Workshop);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });

        foreach (var connection in polling)
        {
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task Opening_connections_without_end_is_slowed_down_and_disturbs_no_other()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ =>
            guest.Browser.Post($"/hub/{scene.Workshop}/negotiate?as=person&negotiateVersion=1", new { })));

        Assert.Contains(answers, a => (a.Status, a.Code) == (503, "server.slow-down"));
        Assert.NotEqual(default, (await scene.Join("Bolat")).Person);
        Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
    }

    [Fact]
    public async Task Who_sends_a_byte_at_a_time_is_let_go_and_delays_nobody()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        using var slow = await RawSocket.Open(guest.Browser, scene.Workshop);
        using var request = new TcpClient();
        await request.ConnectAsync(stage.Server.Address.Host, stage.Server.Address.Port, TestContext.Current.CancellationToken);

        var trickle = slow.Trickle("""{"type":1,"target":"Send","arguments":["a",{"type":"addCard",""");
        var headers = Trickle(request, "GET /api/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        while (!trickle.IsCompleted || !headers.IsCompleted)
        {
            Assert.Null((await guest.Hub.Send(Some.Card(board))).Rejection);
            await Task.WhenAny(Task.WhenAll(trickle, headers), Task.Delay(500, TestContext.Current.CancellationToken));
        }

        Assert.True(await trickle, "The slow message was never refused.");
        Assert.True(await headers, "The slow headers were never refused.");
        Assert.False(guest.Hub.Closed.IsCompleted);
    }

    static async Task<bool> Trickle(TcpClient client, string bytes)
    {
        var stream = client.GetStream();
        var answer = stream.ReadAsync(new byte[1_024], TestContext.Current.CancellationToken).AsTask();
        foreach (var b in Encoding.ASCII.GetBytes(bytes))
        {
            try
            {
                await stream.WriteAsync(new[] { b }, TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                return true;
            }

            if (await Task.WhenAny(answer, Task.Delay(1_000, TestContext.Current.CancellationToken)) == answer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null: it was closed before it was open, since others came behind it.</summary>
    static async Task<RawSocket?> TryOpen(Browser browser, WorkshopId workshop)
    {
        try
        {
            return await RawSocket.OpenSilent(browser, workshop);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    static async Task<HubConnection> Poll(Browser browser, WorkshopId workshop)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(browser.Server, $"/hub/{workshop}?as=person"), o =>
        {
            o.Transports = HttpTransportType.LongPolling;
            o.Headers["Cookie"] = browser.CookieHeader;
        });
        builder.AddJsonProtocol(o => o.PayloadSerializerOptions = Json.Wire);
        var connection = builder.Build();
        await Wait.For(connection.StartAsync(TestContext.Current.CancellationToken));
        return connection;
    }

    /// <summary>A server that lets one person have few connections.</summary>
    public sealed class NarrowStage : Stage
    {
        protected override string[] Options => ["--connections", $"{MostPerPerson}"];
    }
}
