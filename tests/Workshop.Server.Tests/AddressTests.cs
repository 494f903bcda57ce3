using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>Under which addresses the server is itself: on the machine, on its network, behind a proxy with TLS.</summary>
public sealed class AddressTests
{
    [Fact]
    public async Task On_the_network_it_says_so_in_a_line_and_links_lead_to_the_machine()
    {
        await using var server = await ServerProcess.Start(null, "--lan");
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        var workshop = await dana.CreateWorkshop();
        var machine = NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork)
            .Select(a => $"http://{a.Address}:{server.Address.Port}")
            .ToList();

        var link = (await dana.Get($"/api/workshops/{workshop}/door")).Json["link"]!.GetValue<string>();

        Assert.Single(server.Output, line => line.Contains("without TLS", StringComparison.Ordinal));
        Assert.DoesNotContain("localhost", machine.Count > 0 ? link : "", StringComparison.Ordinal);
        foreach (var origin in machine)
        {
            Assert.NotEqual(403, (await SignIn(dana, "Origin", origin)).Status);
        }

        Assert.Equal(403, (await SignIn(dana, "Origin", $"http://203.0.113.7:{server.Address.Port}")).Status);
    }

    [Fact]
    public async Task Behind_TLS_cookies_are_for_it_alone_and_everything_names_the_public_address()
    {
        var port = FreePort();
        await using var server = await ServerProcess.Start(null, "--port", $"{port}", "--url", "https://workshop.example");
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        var setup = JsonSerializer.Serialize(new { token = server.SetupToken, name = "Dana", login = "dana", password = Some.Password, language = "en" });

        using var answer = await http.PostAsync("/api/setup", new StringContent(setup, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-account=", cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "secure", "httponly", "samesite=lax", "path=/" })
        {
            Assert.Contains(attribute, cookie, StringComparison.Ordinal);
        }

        Assert.StartsWith("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Contains(server.Output, line => line.Contains("https://workshop.example/setup#", StringComparison.Ordinal));
        using var browser = new Browser(server.Address);
        Assert.Equal(401, (await SignIn(browser, "Origin", "https://workshop.example")).Status);
        Assert.Equal(403, (await SignIn(browser, "Origin", "http://workshop.example")).Status);
    }

    static async Task<Answer> SignIn(Browser browser, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in")
        {
            Content = new StringContent("""{"login":"nobody","password":"a wrong password"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(header, value);
        return await browser.Send(request);
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
