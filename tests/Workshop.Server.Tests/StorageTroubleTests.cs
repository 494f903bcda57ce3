using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>A disk that is full or slow, a database that somebody else holds: staff are told, people wait, nothing is lost, and it goes on by itself.</summary>
public sealed class StorageTroubleTests
{
    [Fact]
    public async Task While_the_disk_is_full_commands_are_refused_at_once_the_rest_goes_on_and_the_first_command_with_room_again_succeeds()
    {
        await using var disk = await SmallDisk.Mount(megabytes: 3);
        var server = await ServerProcess.Start(disk.Data, UnlimitedStage.Limits);
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var guest = await scene.Join();
        var watch = await scene.Facilitator.Watch("staff/now");
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        disk.FillUp();

        // What is left of the last page may still hold a few.
        Ack ack;
        while ((ack = await scene.Facilitator.Send(Some.Card(board))).Rejection is null)
        {
            acknowledged[ack.Id] = ack.Seq!.Value;
        }

        AssertRetryable("storage.full", ack);
        var (again, took) = await Quickest(() => scene.Facilitator.Send(Some.Card(board)));
        AssertRetryable("storage.full", again);
        Assert.True(took < TimeSpan.FromSeconds(1), $"It took {took}.");
        await UntilTold(scene.Facilitator, "full");
        Assert.Equal(acknowledged.Count, (await dana.View(scene.Workshop, $"public/activity:{board}")).Json["records"]!.AsArray().Count);
        await guest.Hub.DisposeAsync();
        await Wait.Until(() => scene.Facilitator.Messages.Any(m => m.Name == "ambient" && Puts(m.Body, "online", r => r.GetProperty("people").GetArrayLength() == 1)), "presence without the guest");
        using (var late = new Browser(server.Address))
        {
            Assert.Equal((503, "storage.full"), Facts(await late.Post("/api/join", Some.Joining(scene.Code))));
        }

        var health = (await dana.Get("/health")).Json;
        Assert.Equal("degraded", health["status"]!.GetValue<string>());
        Assert.Contains("no room", health["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);

        await disk.Grow(megabytes: 64);

        var first = await scene.Facilitator.Send(Some.Card(board));
        Assert.Null(first.Rejection);
        acknowledged[first.Id] = first.Seq!.Value;
        await UntilTold(scene.Facilitator, null);
        Assert.Equal("ready", (await dana.Get("/health")).Json["status"]!.GetValue<string>());
        Assert.Equal(0, watch.Resyncs);
        await server.DisposeAsync();
        AssertSound(disk.Data);
        await DurabilityTests.AssertLog(disk.Data, scene.Workshop, acknowledged);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task While_another_program_holds_the_database_commands_are_told_so_within_seconds_and_reading_goes_on()
    {
        await using var server = await ServerProcess.Start();
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        await scene.Facilitator.Watch("staff/now");
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(server.Data, "workshop.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.BeginTransaction();

            // The second one comes while the first one waits for the lock, and does not wait as long again.
            var start = Stopwatch.GetTimestamp();
            var first = await scene.Facilitator.Begin(Some.Card(board));
            var second = await scene.Facilitator.Begin(Some.Card(board));
            Assert.Equal(200, (await dana.View(scene.Workshop, $"public/activity:{board}")).Status);
            AssertRetryable("storage.busy", await Wait.For(first));
            AssertRetryable("storage.busy", await Wait.For(second));
            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 1.9, 4);
            await UntilTold(scene.Facilitator, "busy");
            Assert.Contains("Another program", (await dana.Get("/health")).Body, StringComparison.Ordinal);
        }

        Assert.Null((await scene.Facilitator.Send(Some.Card(board))).Rejection);
        await UntilTold(scene.Facilitator, null);
    }

    [Fact]
    public async Task On_a_slow_disk_commands_share_commits_connections_stay_and_what_is_too_much_is_told_to_wait()
    {
        await using var server = await ServerProcess.Start(null, UnlimitedStage.Limits);
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var guest = await scene.Join();
        using var silent = await RawSocket.Open(guest.Browser, scene.Workshop);
        await silent.ReadUntil("{}");

        // A view that somebody has asked for is there without the room's help.
        await dana.View(scene.Workshop, $"public/activity:{board}");
        List<Task<Ack>> answers = [];
        await using (var slow = await Strace.Inject(server, "fsync,fdatasync", "delay_enter=4000000"))
        {
            for (var i = 0; i < 3_000; i++)
            {
                answers.Add(await scene.Facilitator.Begin(Some.Card(board)));
            }

            await Wait.Until(() => answers.Any(a => a.IsCompletedSuccessfully && a.Result.Rejection is { Code: "server.busy", Retry: true }), "a refusal because the queue is full");
            Assert.Equal(200, (await dana.View(scene.Workshop, $"public/activity:{board}")).Status);

            // Nothing else is sent to this one: the server's heart beats every ten seconds, whatever the disk does.
            await silent.ReadUntil("""{"type":6}""");
            Assert.Contains(answers, a => !a.IsCompleted);
        }

        var acks = await Wait.For(Task.WhenAll(answers));
        var accepted = acks.Where(a => a.Rejection is null).ToList();
        Assert.All(acks.Except(accepted), a => Assert.True(a.Rejection!.Retry));

        // One wait of the disk for each would be hours.
        Assert.InRange(accepted.Count, 1_000, 2_999);
        await DurabilityTests.AssertLog(server.Data, scene.Workshop, accepted.ToDictionary(a => a.Id, a => a.Seq!.Value));
    }

    [Fact]
    public async Task A_log_that_can_not_be_written_stops_nothing()
    {
        var data = ServerProcess.NewFolder();
        await using (var first = await ServerProcess.Start(data))
        {
            using var dana = new Browser(first.Address);
            await dana.SetUp(first.SetupToken!);
        }

        var port = FreePort();
        using var mute = Process.Start("sh", ["-c", $"exec dotnet {Path.Combine(AppContext.BaseDirectory, "Workshop.Server.dll")} --port {port} --data {data} >/dev/full 2>&1"]);
        try
        {
            using var dana = new Browser(new($"http://localhost:{port}"));
            await Wait.Until(async () => await Answers(dana));
            await dana.SignIn();
            await using var scene = await Scene.Open(dana);
            await scene.Board();
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", $"{mute.Id}"]);
            await Wait.For(mute.WaitForExitAsync(TestContext.Current.CancellationToken));
            Directory.Delete(data, recursive: true);
        }

        Assert.Equal(0, mute.ExitCode);
    }

    /// <summary>Waits until this is what staff were told last; null: that nothing keeps the server from saving.</summary>
    static Task UntilTold(HubClient staff, string? trouble) => Wait.Until(() => LastTold(staff) == trouble, $"word of the storage: {trouble ?? "all is well"}");

    static string? LastTold(HubClient staff)
    {
        string? told = null;
        foreach (var (_, body) in staff.Messages.Where(m => m.Name == "ambient"))
        {
            Puts(body, "storage", r => (told = r.GetProperty("trouble").GetString()) is not null);
            told = body.GetProperty("drop").EnumerateArray().Any(id => id.GetString() == "storage") ? null : told;
        }

        return told;
    }

    static bool Puts(JsonElement ambient, string id, Func<JsonElement, bool> fits) =>
        ambient.GetProperty("put").EnumerateArray().Any(r => r.GetProperty("id").GetString() == id && fits(r));

    static async Task<(Ack Ack, TimeSpan Took)> Quickest(Func<Task<Ack>> send)
    {
        List<(Ack Ack, TimeSpan Took)> tries = [];
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            tries.Add((await send(), Stopwatch.GetElapsedTime(start)));
        }

        return tries.MinBy(t => t.Took);
    }

    static void AssertRetryable(string code, Ack ack)
    {
        Assert.Equal(code, ack.Rejection?.Code);
        Assert.True(ack.Rejection!.Retry);
    }

    static void AssertSound(string data)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(data, "workshop.db")};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
    }

    static async Task<bool> Answers(Browser browser)
    {
        try
        {
            return (await browser.Get("/health")).Status == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }

    static (int, string?) Facts(Answer answer) => (answer.Status, answer.Code);
}
