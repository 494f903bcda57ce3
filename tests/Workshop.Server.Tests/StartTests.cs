using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>The server starts, or says in one line why not and leaves everything as it was.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_port_in_use_is_one_line_and_nothing_is_written(string address)
    {
        using var taken = new TcpListener(IPAddress.Parse(address), 0);
        taken.Start();
        var data = ServerProcess.NewFolder();

        var (code, said) = await ServerProcess.StartRefused(data, "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");

        AssertOneLine(69, "is in use", code, said);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task A_folder_that_can_not_be_written_is_one_line()
    {
        var (code, said) = await ServerProcess.StartRefused("/proc/workshop");

        AssertOneLine(78, "/proc/workshop", code, said);
    }

    [Theory]
    [InlineData("UPDATE schema_info SET oldest_release = '99.0.0'", "99.0.0")]
    [InlineData("DROP TABLE schema_info", "another program")]
    public async Task A_database_that_is_not_for_this_release_is_one_line_and_stays_as_it_is(string change, string word)
    {
        var data = await MakeDatabase();
        await using (var db = new SqliteConnection($"Data Source={FileOf(data)};Pooling=False"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = change;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await AssertRefusedUntouched(data, word);
    }

    [Fact]
    public async Task A_damaged_database_is_one_line_and_stays_as_it_is()
    {
        var data = await MakeDatabase();
        await using (var file = File.OpenWrite(FileOf(data)))
        {
            file.Position = 4_096;
            file.Write(new byte[8_192]);
        }

        await AssertRefusedUntouched(data, "damaged");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_one_line_and_stays_as_it_is()
    {
        var data = ServerProcess.NewFolder();
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(FileOf(data), new string('x', 10_000), TestContext.Current.CancellationToken);

        await AssertRefusedUntouched(data, "not a SQLite database");
    }

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("--port")]
    [InlineData("--port", "eighty")]
    [InlineData("--url", "not an address")]
    [InlineData("--url", "https://example.org/below")]
    [InlineData("--people-writes", "many")]
    [InlineData("--web", "/no/such/folder")]
    public async Task A_setting_that_can_not_be_used_is_one_line(params string[] options)
    {
        var data = ServerProcess.NewFolder();

        var (code, said) = await ServerProcess.StartRefused(data, options);

        AssertOneLine(64, "", code, said);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task The_setup_link_works_once_and_a_restart_without_an_account_voids_it()
    {
        var data = ServerProcess.NewFolder();
        string old;
        await using (var first = await ServerProcess.Start(data))
        {
            old = first.SetupToken!;
            using var early = new Browser(first.Address);
            Assert.Equal("""{"needed":true}""", (await early.Get("/api/setup")).Body);
        }

        await using var server = await ServerProcess.Start(data);
        using var browser = new Browser(server.Address);
        object Body(string token, string password = Some.Password) => new { token, name = "Dana", login = "dana", password, language = "en" };

        Assert.Equal((403, "account.setup-link"), Facts(await browser.Post("/api/setup", Body(old))));
        Assert.Equal((403, "account.setup-link"), Facts(await browser.Post("/api/setup", Body("guess"))));
        Assert.Equal((400, "account.password-too-short"), Facts(await browser.Post("/api/setup", Body(server.SetupToken!, "short"))));
        Assert.Equal(200, (await browser.Post("/api/setup", Body(server.SetupToken!))).Status);
        Assert.Equal((403, "account.setup-link"), Facts(await browser.Post("/api/setup", Body(server.SetupToken!))));
        Assert.Equal("""{"needed":false}""", (await browser.Get("/api/setup")).Body);
        Assert.Contains("\"login\":\"dana\"", (await browser.Get("/api/me")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_the_account_its_cookie_and_its_workshops_are_there_and_no_link_is_printed()
    {
        var data = ServerProcess.NewFolder();
        Uri address;
        WorkshopId workshop;
        using var handler = new HttpClientHandler();
        Browser dana;
        await using (var first = await ServerProcess.Start(data))
        {
            address = first.Address;
            dana = new Browser(address);
            await dana.SetUp(first.SetupToken!);
            workshop = await dana.CreateWorkshop();
        }

        await using var again = await ServerProcess.Start(data, "--port", $"{address.Port}");

        Assert.Null(again.SetupToken);
        Assert.Contains(workshop.Value, (await dana.Get("/api/workshops")).Body, StringComparison.Ordinal);
        dana.Dispose();
    }

    [Fact]
    public async Task Told_to_stop_it_says_goodbye_to_everyone_first_and_ends_well()
    {
        var server = await ServerProcess.Start();
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var guest = await scene.Join();
        var board = await scene.Board();
        var last = await guest.Hub.Begin(Some.Card(board));

        var code = await server.Terminate();

        Assert.Equal(0, code);
        Assert.True(last.IsCompletedSuccessfully);
        await Wait.For(guest.Hub.Closed);
        var farewell = guest.Hub.Messages.Single(m => m.Name == "goingAway").Body;
        Assert.InRange(farewell.GetProperty("retryAfterMs").GetInt32(), 500, 10_500);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task When_the_database_fails_the_process_says_so_and_ends_with_75()
    {
        var server = await ServerProcess.Start();
        server.Announce("The database failed");
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        foreach (var file in new[] { FileOf(server.Data), FileOf(server.Data) + "-wal" })
        {
            // As a disk that has lost what it had taken.
            await using var lost = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            lost.SetLength(0);
        }

        await scene.Facilitator.Begin(Some.Brainstorm());

        Assert.Equal(75, await server.Exit());
        await Wait.For(scene.Facilitator.Closed);
        Assert.Contains(server.Output, line => line.EndsWith("Start again.", StringComparison.Ordinal));
        await server.DisposeAsync();
    }

    static async Task<string> MakeDatabase()
    {
        var data = ServerProcess.NewFolder();
        await (await ServerProcess.Start(data)).DisposeAsync();
        return data;
    }

    static async Task AssertRefusedUntouched(string data, string word)
    {
        var before = Contents(data);

        var (code, said) = await ServerProcess.StartRefused(data);

        AssertOneLine(78, word, code, said);
        Assert.Equal(before, Contents(data));
        Directory.Delete(data, recursive: true);
    }

    static Dictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder).ToDictionary(f => f, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));

    static void AssertOneLine(int expectedCode, string word, int code, string said)
    {
        Assert.Equal(expectedCode, code);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(word, said, StringComparison.Ordinal);
    }

    static string FileOf(string data) => Path.Combine(data, "workshop.db");

    static (int, string?) Facts(Answer answer) => (answer.Status, answer.Code);
}
