using System.Text.Json;
using Microsoft.Data.Sqlite;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.People;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>What a room does beside taking commands.</summary>
public sealed class RoomTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Staff_see_who_is_online_and_everyone_how_many_are_here()
    {
        await using var scene = await stage.Open();
        await scene.Facilitator.Watch("staff/now", "public/now");
        var (guest, other) = (await scene.Join(), await scene.Join("Bolat"));
        await using var screen = await scene.Dana.Connect(scene.Workshop, "screen");
        await screen.Watch("public/now");

        await Wait.Until(() => Online(scene.Facilitator).SetEquals([scene.Workshop.Value, guest.Person.Value, other.Person.Value]));
        await Wait.Until(() => Here(screen) == 3);

        await other.Hub.Send(new LeaveWorkshop());
        await Wait.Until(() => Here(screen) == 2, "somebody who is connected but has left is not here");
        await guest.Hub.DisposeAsync();
        await Wait.Until(() => Here(screen) == 1);
        await Wait.Until(() => Online(scene.Facilitator).SetEquals([scene.Workshop.Value, other.Person.Value]));
        Assert.DoesNotContain(screen.Messages, m => m.Body.GetRawText().Contains("online", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_number_of_ballots_is_told_to_all_at_once_and_goes_with_the_vote()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();
        var vote = await scene.Vote();
        var view = $"public/activity:{vote.Activity}";
        await guest.Hub.Watch(view);
        await guest.Hub.Do(vote.Ballot(new()));

        await Wait.Until(() => Ambient(guest.Hub, view).Any(m => m.GetProperty("put").GetRawText().Contains("\"ballots\":1", StringComparison.Ordinal)));
        await scene.Facilitator.Do(new Core.Voting.CloseVoting { Activity = vote.Activity });
        await Wait.Until(() => Ambient(guest.Hub, view).Any(m => m.GetProperty("drop").GetRawText() == $"[\"ballots:{vote.Activity}\"]"));
    }

    [Fact]
    public async Task A_room_that_nobody_needs_ends_and_is_read_anew_when_somebody_comes()
    {
        await using var server = await ServerProcess.Start(null, "--room-idle", "0");
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var (card, id) = (Some.Card(board), Some.Id());
        var first = await scene.Facilitator.Send(card, id);
        await scene.DisposeAsync();

        for (var round = 1; round <= 3; round++)
        {
            await Wait.Until(() => server.Output.Count(line => line.Contains("has ended", StringComparison.Ordinal)) >= round);
            await using var hub = await dana.Connect(scene.Workshop, "staff");
            Assert.Equal(first.Seq, (await hub.Send(card, id)).Seq);
            Assert.Single((await dana.View(scene.Workshop, $"public/activity:{board}")).Json["records"]!.AsArray());
        }
    }

    [Fact]
    public async Task A_workshop_that_a_newer_release_has_written_is_not_served_and_the_others_are()
    {
        await using var server = await ServerProcess.Start();
        server.Announce("A newer release has written");
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var newer = await Scene.Open(dana);
        await using var usual = await Scene.Open(dana);
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(server.Data, "workshop.db")};Pooling=False"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = """
                INSERT INTO log (workshop, seq, v, command, actor, at, body_hash, events, hash)
                SELECT workshop, seq + 1, 99, 'from-the-future', actor, at, body_hash, CAST('[{"type":"unheardOf"}]' AS BLOB), hash
                FROM log WHERE workshop = $w ORDER BY seq DESC LIMIT 1
                """;
            command.Parameters.AddWithValue("$w", newer.Workshop.Value);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Wait.Until(() => newer.Facilitator.Messages.Any(m => m.Name == "goingAway"));
        Assert.Equal("workshop.newer-version", (await newer.Facilitator.Send(Some.Brainstorm())).Rejection?.Code);
        var view = await dana.View(newer.Workshop, "public/now");
        Assert.Equal((503, "workshop.newer-version"), (view.Status, view.Code));
        await usual.Facilitator.Do(Some.Brainstorm());
        var health = (await dana.Get("/health")).Json;
        Assert.Equal("degraded", health["status"]!.GetValue<string>());
        Assert.Contains(newer.Workshop.Value, health["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_is_a_word_file_for_everyone_in_the_room()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();

        using var response = await guest.Browser.Http.GetAsync($"/api/workshops/{scene.Workshop}/plan.docx?lang=ru", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("-ru.docx", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
        Assert.Equal(400, (await guest.Browser.Get($"/api/workshops/{scene.Workshop}/plan.docx?lang=../x")).Status);
    }

    [Fact]
    public async Task Health_says_ready()
    {
        using var anyone = new Browser(stage.Server.Address);

        foreach (var path in new[] { "/health", "/health/ready" })
        {
            Assert.StartsWith("""{"status":"ready","reasons":[],"databaseMs":""", (await anyone.Get(path)).Body, StringComparison.Ordinal);
        }

        Assert.Equal("""{"status":"live","reasons":[]}""", (await anyone.Get("/health/live")).Body);
    }

    static HashSet<string> Online(HubClient hub) =>
        [.. Ambient(hub, "staff/now").SelectMany(m => m.GetProperty("put").EnumerateArray()).LastOrDefault() is { ValueKind: JsonValueKind.Object } last
            ? last.GetProperty("people").EnumerateArray().Select(p => p.GetString()!)
            : []];

    static int Here(HubClient hub) =>
        Ambient(hub, "public/now").SelectMany(m => m.GetProperty("put").EnumerateArray()).LastOrDefault() is { ValueKind: JsonValueKind.Object } last
            ? last.GetProperty("people").GetInt32()
            : 0;

    static IEnumerable<JsonElement> Ambient(HubClient hub, string view) =>
        hub.Messages.Where(m => m.Name == "ambient" && m.Body.GetProperty("view").GetString() == view).Select(m => m.Body);
}
