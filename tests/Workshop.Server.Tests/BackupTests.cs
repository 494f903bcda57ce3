using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>A backup of a server at work comes back as a server: with everything that was acknowledged before it began, and everyone who was there.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_made_in_a_burst_is_restored_elsewhere_with_all_that_was_acknowledged_before_and_people_come_back()
    {
        await using var server = await ServerProcess.Start(null, UnlimitedStage.Limits);
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var guest = await scene.Join();
        var file = Path.Combine(server.Data, "backups.db");
        using var stop = new CancellationTokenSource();
        var burst = Burst(scene, board, stop.Token);
        await Wait.Until(() => scene.Facilitator.Acks.Count > 100);

        var before = scene.Facilitator.Acks.Where(a => a.Seq is not null && a.Rejection is null).ToList();
        var made = await Run("backup", file, "--data", server.Data);
        await stop.CancelAsync();
        var answers = await Wait.For(burst);
        Assert.Equal(0, made.ExitCode);
        Assert.True(answers > before.Count, "The server wrote nothing during the backup.");
        Assert.Equal(78, (await Run("backup", file, "--data", server.Data)).ExitCode);
        Assert.Equal([file], Directory.GetFiles(server.Data, "backups.db*"));

        var elsewhere = ServerProcess.NewFolder();
        Assert.Equal(0, (await Run("restore", file, "--data", elsewhere)).ExitCode);
        await using (var again = await ServerProcess.Start(elsewhere, UnlimitedStage.Limits))
        {
            var session = await guest.Browser.Get($"{again.Address}api/workshops/{scene.Workshop}/session");
            Assert.Equal(guest.Person.Value, session.Json["person"]!.GetValue<string>());
            using var danaAgain = new Browser(again.Address);
            await danaAgain.SignIn();
            await using var hub = await danaAgain.Connect(scene.Workshop, "staff");
            Assert.Null((await hub.Send(Some.Card(board))).Rejection);
        }

        var cards = (await dana.View(scene.Workshop, $"public/activity:{board}")).Json["records"]!.AsArray().Select(r => r!["id"]!.GetValue<string>()).ToHashSet();
        await DurabilityTests.AssertLog(
            elsewhere, scene.Workshop, before.Where(a => cards.Contains($"card:{a.Id}")).ToDictionary(a => a.Id, a => a.Seq!.Value));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_server_and_what_was_there_is_kept()
    {
        var data = ServerProcess.NewFolder();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.db");
        await using (var server = await ServerProcess.Start(data))
        {
            Assert.Equal(0, (await Run("backup", file, "--data", data)).ExitCode);
            using var dana = new Browser(server.Address);
            await dana.SetUp(server.SetupToken!);
            var (code, said) = await Run("restore", file, "--data", data);
            Assert.Equal(78, code);
            Assert.Contains("stop it first", said, StringComparison.Ordinal);
            Assert.Equal(200, (await dana.Get("/api/workshops")).Status);
        }

        var restored = await Run("restore", file, "--data", data);

        Assert.Equal(0, restored.ExitCode);
        var kept = Assert.Single(Directory.GetFiles(data, "workshop.db.replaced-*"), f => !f.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Contains(kept, restored.Said, StringComparison.Ordinal);
        Assert.Equal(1, CountAccounts(kept));
        Assert.Equal(0, CountAccounts(Path.Combine(data, "workshop.db")));
        Directory.Delete(data, recursive: true);
        File.Delete(file);
    }

    [Theory]
    [InlineData("UPDATE log SET events = CAST(replace(CAST(events AS TEXT), 'single', 'double') AS BLOB) WHERE seq = (SELECT max(seq) - 1 FROM log)", "is not what was written")]
    [InlineData("UPDATE log SET at = at + 1 WHERE seq = 3", "commit 3 of workshop")]
    [InlineData("DELETE FROM log WHERE seq = 2", "commit 2 of workshop")]
    public async Task A_log_that_was_changed_afterwards_is_found_and_is_not_restored(string change, string word)
    {
        var data = ServerProcess.NewFolder();
        await using (var server = await ServerProcess.Start(data))
        {
            using var dana = new Browser(server.Address);
            await dana.SetUp(server.SetupToken!);
            await using var scene = await Scene.Open(dana);
            var board = await scene.Board();
            await scene.Facilitator.Do(Some.Card(board));
            await scene.Facilitator.Do(Some.Card(board));
            Assert.Equal(0, (await Run("verify", "--data", data)).ExitCode);
        }

        var file = Path.Combine(data, "workshop.db");
        Assert.Contains("1 workshops, 6 commits, sound", (await Run("verify", file)).Said, StringComparison.Ordinal);
        await using (var db = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = change;
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var (code, said) = await Run("verify", "--data", data);
        var elsewhere = ServerProcess.NewFolder();

        Assert.Equal(78, code);
        Assert.Contains(word, said, StringComparison.Ordinal);
        Assert.Equal(78, (await Run("restore", file, "--data", elsewhere)).ExitCode);
        Assert.Equal(78, (await Run("backup", file + ".copy", "--data", data)).ExitCode);
        Assert.False(Directory.Exists(elsewhere));
        Assert.False(File.Exists(file + ".copy"));
        Directory.Delete(data, recursive: true);
    }

    static async Task<int> Burst(Scene scene, string board, CancellationToken stop)
    {
        var sent = 0;
        while (!stop.IsCancellationRequested)
        {
            var answers = new List<Task<Ack>>();
            for (var i = 0; i < 10; i++)
            {
                answers.Add(await scene.Facilitator.Begin(Some.Card(board)));
            }

            Assert.All(await Task.WhenAll(answers), a => Assert.Null(a.Rejection));
            sent += answers.Count;
        }

        return sent;
    }

    static long CountAccounts(string file)
    {
        using var db = new SqliteConnection($"Data Source={file};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "SELECT count(*) FROM account";
        return (long)command.ExecuteScalar()!;
    }

    static async Task<(int ExitCode, string Said)> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workshop.Server.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = new StringBuilder();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        said.Append(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Append(await error);
        await Wait.For(process.WaitForExitAsync(TestContext.Current.CancellationToken));
        return (process.ExitCode, said.ToString());
    }
}
