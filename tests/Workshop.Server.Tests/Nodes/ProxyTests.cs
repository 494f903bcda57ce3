using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http.Connections;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>Proxies that are less than they should be, and addresses that are only believed from the right one.</summary>
public sealed class ProxyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Where_a_proxy_passes_no_upgrade_people_work_by_long_polling()
    {
        await using var proxy = await Nginx.Start($"location / {{ proxy_pass {stage.Server.Address}; proxy_set_header Host $http_host; }}");
        await using var scene = await stage.Open();
        var board = await scene.Board();
        using var behind = new Browser(proxy.Address);
        await behind.Join(scene.Code, "Behind a proxy");

        await Assert.ThrowsAnyAsync<Exception>(() => HubClient.Connect(behind, scene.Workshop, "person"));
        await using var hub = await HubClient.Connect(behind, scene.Workshop, "person", transports: HttpTransportType.WebSockets | HttpTransportType.LongPolling);
        var replica = await hub.Watch($"public/activity:{board}");
        var mine = await hub.Do(Some.Card(board, "By long polling"));
        var theirs = await scene.Facilitator.Do(Some.Card(board, "By a socket"));

        await replica.Find($"public/activity:{board}", $"card:{mine}");
        await replica.Find($"public/activity:{board}", $"card:{theirs}");
    }

    [Fact]
    public async Task An_idle_connection_outlives_a_proxy_that_cuts_silent_ones()
    {
        await using var proxy = await Nginx.Start($$"""
            location / {
                proxy_pass {{stage.Server.Address}};
                proxy_http_version 1.1;
                proxy_set_header Upgrade $http_upgrade;
                proxy_set_header Connection "upgrade";
                proxy_read_timeout 12s;
                proxy_send_timeout 12s;
            }
            """);
        await using var scene = await stage.Open();
        using var behind = new Browser(proxy.Address);
        await behind.Join(scene.Code, "Says nothing");
        await using var hub = await behind.Connect(scene.Workshop, "person");

        // The server speaks every ten seconds: without that the proxy would have cut it by now.
        var first = await Task.WhenAny(hub.Closed, Task.Delay(TimeSpan.FromSeconds(16), TestContext.Current.CancellationToken));

        Assert.NotSame(hub.Closed, first);
        Assert.Null((await hub.Send(new Core.People.SetLanguage { Language = "kk" })).Rejection);
    }

    [Fact]
    public async Task What_is_said_of_an_address_is_believed_from_the_proxy_alone()
    {
        await using var server = await ServerProcess.Start(null, "--proxy", "127.0.0.1,10.0.5.0/24");

        // The proxy speaks for many: each of them has their own attempts.
        Assert.DoesNotContain(429, await Guess(server, from: "127.0.0.1", i => $"203.0.113.{i}"));
        // One of them has used up theirs.
        Assert.Contains(429, await Guess(server, from: "127.0.0.1", _ => "198.51.100.7"));
        // Who is no proxy is one, whatever they say.
        Assert.Contains(429, await Guess(server, from: "127.0.0.9", i => $"203.0.113.{i}"));
    }

    /// <summary>Thirty wrong codes from an address, which says that they come from others.</summary>
    static async Task<List<int>> Guess(ServerProcess server, string from, Func<int, string> onBehalfOf)
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = server.Address };
        var statuses = new List<int>();
        for (var i = 0; i < 30; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/join")
            {
                Content = JsonContent.Create(Some.Joining($"{Random.Shared.Next(100_000_000, 1_000_000_000)}"), options: Core.Wire.Json.Wire),
            };
            request.Headers.Add("X-Forwarded-For", onBehalfOf(i));
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }

    /// <summary>An nginx with a server of the test's own.</summary>
    sealed class Nginx : IAsyncDisposable
    {
        readonly Process _process;
        readonly DirectoryInfo _folder;

        Nginx(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

        public Uri Address { get; }

        public static async Task<Nginx> Start(string locations)
        {
            Needed.Require(File.Exists("/usr/sbin/nginx"), "nginx is not installed: apt-get install nginx-light");
            var folder = Directory.CreateTempSubdirectory("workshop-nginx-");
            var port = FreePort();
            var conf = Path.Combine(folder.FullName, "nginx.conf");
            await File.WriteAllTextAsync(conf, $$"""
                daemon off;
                master_process off;
                pid {{folder.FullName}}/pid;
                error_log {{folder.FullName}}/error.log;
                events { }
                http {
                    access_log off;
                    client_body_temp_path {{folder.FullName}}/body; proxy_temp_path {{folder.FullName}}/proxy;
                    fastcgi_temp_path {{folder.FullName}}/fastcgi; uwsgi_temp_path {{folder.FullName}}/uwsgi; scgi_temp_path {{folder.FullName}}/scgi;
                    server { listen 127.0.0.1:{{port}}; {{locations}} }
                }
                """, TestContext.Current.CancellationToken);
            var process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-e", "stderr", "-c", conf]) { UseShellExecute = false })!;
            var nginx = new Nginx(process, folder, new($"http://localhost:{port}"));
            using var probe = new Browser(nginx.Address);
            await Wait.Until(async () =>
            {
                try
                {
                    return (await probe.Get("/health")).Status == 200;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            });
            return nginx;
        }

        public async ValueTask DisposeAsync()
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _folder.Delete(recursive: true);
        }

        static int FreePort()
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
