using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>What every answer carries, refusals too, and which requests are not taken at all.</summary>
public sealed class HeaderTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("GET", "/api/me", 200)]
    [InlineData("GET", "/api/workshops", 401)]
    [InlineData("GET", "/api/workshops/019a/door", 403)]
    [InlineData("GET", "/api/no-such-thing", 404)]
    [InlineData("DELETE", "/api/me", 415)]
    [InlineData("POST", "/api/sign-in", 415)]
    [InlineData("GET", "/hub/019a?as=person", 403)]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/", null)]
    public async Task Every_answer_tells_browsers_to_run_nothing_else_and_to_keep_nothing(string method, string path, int? status)
    {
        using var http = new HttpClient { BaseAddress = stage.Server.Address };

        using var answer = await http.SendAsync(new(new(method), path), TestContext.Current.CancellationToken);

        Assert.True(status is null || status == (int)answer.StatusCode, $"{answer.StatusCode}");
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://{stage.Server.Address.Authority}; "
            + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.True(path == "/" || answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("TRACE /api/me HTTP/1.1\r\nHost: localhost\r\nX-Secret: 1\r\n\r\n", "415")]
    [InlineData("TRACE / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n", "405 404 503")]
    [InlineData("OPTIONS /api/sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n\r\n", "403")]
    [InlineData("GET /api/me HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "200 404 503")]
    [InlineData("GET /assets/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "200 404 503")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", "200 400 404 503")]
    [InlineData("POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400")]
    [InlineData("POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2;x\n{}\r\n0\r\n\r\n", "400")]
    [InlineData("GET /api/me HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", "400")]
    [InlineData("GET /api/me HTTP/1.1\r\nHost: localhost\r\nX : 1\r\n\r\n", "400")]
    public async Task What_tricks_with_the_request_itself_is_refused(string request, string allowed)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(stage.Server.Address.Host, stage.Server.Address.Port, TestContext.Current.CancellationToken);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);

        var buffer = new byte[8_192];
        var read = await Wait.For(stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask());

        var answer = Encoding.UTF8.GetString(buffer, 0, read);
        Assert.Contains(answer.Split(' ')[1], allowed.Split(' '));
        Assert.DoesNotContain("X-Secret", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_claim_another_method_host_or_sender_change_nothing()
    {
        await using var scene = await stage.Open();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/workshops/{scene.Workshop}/door");
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-HTTP-Method-Override", "POST");
        request.Headers.Add("X-Original-URL", "/api/sign-out");

        var door = await scene.Dana.Send(request);

        Assert.Equal(200, door.Status);
        Assert.DoesNotContain("evil", door.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("https", door.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await scene.Dana.Get("/api/workshops")).Status);
    }

    [Fact]
    public async Task Behind_TLS_only_the_public_address_is_ours_and_nothing_that_looks_like_it()
    {
        await using var server = await ServerProcess.Start(null, "--port", $"{FreePort()}", "--url", "https://workshop.example");
        using var browser = new Browser(server.Address);
        foreach (var origin in new[]
        {
            "https://workshop.example.evil", "https://evil-workshop.example", "https://app.workshop.example", "https://workshop.example:8443",
            "http://workshop.example", "https://workshop.example/", "https://workshop.example@evil", $"http://localhost:{server.Address.Port}", "null", "file://",
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("Origin", origin);
            Assert.Equal((403, "server.foreign-origin"), Facts(await browser.Send(request)));
            var poll = new HttpRequestMessage(HttpMethod.Get, "/hub/019a?as=person&id=x");
            poll.Headers.TryAddWithoutValidation("Origin", origin);
            Assert.Equal((403, "server.foreign-origin"), Facts(await browser.Send(poll)));
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", origin);
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/hub/019a", Query = "as=person" }.Uri, TestContext.Current.CancellationToken));
        }

        var ours = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        ours.Headers.Add("Origin", "https://workshop.example");
        Assert.Equal(400, (await browser.Send(ours)).Status);
    }

    [Fact]
    public async Task A_page_of_another_site_can_not_poll_the_hub_either()
    {
        await using var scene = await stage.Open();
        var poll = new HttpRequestMessage(HttpMethod.Get, $"/hub/{scene.Workshop}?as=staff&id=x");
        poll.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal((403, "server.foreign-origin"), Facts(await scene.Dana.Send(poll)));
    }

    [Fact]
    public async Task On_a_plain_network_cookies_are_still_kept_from_scripts_and_other_sites()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = stage.Server.Address };
        await using var scene = await stage.Open();
        using var body = System.Net.Http.Json.JsonContent.Create(Some.Joining(scene.Code, "Sara"), options: Workshop.Core.Wire.Json.Wire);

        using var answer = await http.PostAsync("/api/join", body, TestContext.Current.CancellationToken);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith($"ws-{scene.Workshop}=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    static (int, string?) Facts(Answer answer) => (answer.Status, answer.Code);

    static int FreePort()
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}
