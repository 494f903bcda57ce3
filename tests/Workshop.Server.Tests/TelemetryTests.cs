using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Logging;
using Workshop.Core.Voting;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>Whoever runs the server sees how it does, and nothing of what people do with it.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Metrics_spans_and_logs_tell_how_it_goes_and_hold_no_text_name_code_token_or_ballot()
    {
        const string text = "canary card text";
        const string name = "Canary Person";
        using var collector = new Collector();
        var metricsPort = FreePort();
        await using var server = await ServerProcess.StartBy(
            ["env", $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "OTEL_BSP_SCHEDULE_DELAY=100", "OTEL_METRIC_EXPORT_INTERVAL=500"],
            null,
            "--metrics",
            $"{metricsPort}");
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        await dana.Get($"/api/doors/{scene.Code}");
        var guest = await scene.Join(name);
        var board = await scene.Board();
        await guest.Hub.Watch($"public/activity:{board}");
        await guest.Hub.Do(Some.Card(board, text));
        Assert.NotNull((await guest.Hub.Send(Some.Card(Some.Id(), text))).Rejection);
        var vote = await scene.Vote();
        var device = new Device();
        var ballot = Some.Id();
        Assert.Null((await guest.Hub.Send(vote.Ballot(device), ballot)).Rejection);
        await scene.Facilitator.Do(new CloseVoting { Activity = vote.Activity });

        using var prometheus = new HttpClient { BaseAddress = new($"http://127.0.0.1:{metricsPort}") };
        var metrics = await prometheus.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Contains("workshop_commands_total{", metrics, StringComparison.Ordinal);
        Assert.Contains("command=\"AddCard\",outcome=\"accepted\"", metrics, StringComparison.Ordinal);
        Assert.Contains("command=\"AddCard\",outcome=\"cards.no-such-board\"", metrics, StringComparison.Ordinal);
        Assert.Contains("command=\"CastBallot\",outcome=\"accepted\"", metrics, StringComparison.Ordinal);
        foreach (var wanted in new[] { "workshop_commit_duration_seconds_bucket", "workshop_commit_size", "workshop_deliveries", "workshop_connections", "workshop_rooms", "workshop_storage_trouble", "http_server_request_duration_seconds", "dotnet_process_memory" })
        {
            Assert.Contains(wanted, metrics, StringComparison.Ordinal);
        }

        await Wait.Until(() => collector.Paths.Contains("/v1/traces") && collector.Paths.Contains("/v1/metrics"));
        await Wait.Until(() => collector.Text.Contains("POST /api/join", StringComparison.Ordinal) && collector.Text.Contains("commit", StringComparison.Ordinal));
        string[] secrets =
        [
            text, name, scene.Code, Some.Password, "Dana", "dana", server.SetupToken!, "Trade 2030", "Single window",
            device.Ballot, device.NextHash, ballot, .. TokensOf(dana), .. TokensOf(guest.Browser),
        ];
        var output = string.Join('\n', server.Output.Where(line => line.StartsWith('{')));
        Assert.All(secrets, secret =>
        {
            Assert.DoesNotContain(secret, metrics, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, collector.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Metrics_are_nowhere_unless_asked_for_and_then_only_on_a_port_of_their_own()
    {
        var port = FreePort();
        await using var without = await ServerProcess.Start();
        await using var with = await ServerProcess.Start(null, "--metrics", $"{port}");
        using var first = new Browser(without.Address);
        using var second = new Browser(with.Address);
        using var scraper = new Browser(new($"http://127.0.0.1:{port}"));

        Assert.DoesNotContain("workshop_", (await first.Get("/metrics")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("workshop_", (await second.Get("/metrics")).Body, StringComparison.Ordinal);
        Assert.Contains("workshop_rooms", (await scraper.Get("/metrics")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await scraper.Get("/api/setup")).Status);
    }

    [Fact]
    public void Every_kind_of_log_line_has_a_number_of_its_own()
    {
        var ids = typeof(Settings).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(a => a.EventId)
            .ToList();

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.True(id > 0));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    static IEnumerable<string> TokensOf(Browser browser) =>
        browser.CookieHeader.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(c => c[(c.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Takes what OpenTelemetry sends, whatever it is. Its protocol leaves texts as they are.</summary>
    sealed class Collector : IDisposable
    {
        readonly HttpListener _listener = new();
        readonly ConcurrentQueue<(string Path, string Body)> _received = new();

        public Collector()
        {
            Address = $"http://127.0.0.1:{FreePort()}";
            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = Listen();
        }

        public string Address { get; }
        public IEnumerable<string> Paths => _received.Select(r => r.Path);
        public string Text => string.Concat(_received.Select(r => r.Body));

        public void Dispose() => _listener.Close();

        async Task Listen()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Closed.
            }
        }
    }
}
