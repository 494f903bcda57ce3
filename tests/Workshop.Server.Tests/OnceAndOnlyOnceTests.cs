using Microsoft.Data.Sqlite;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>A command takes effect at most once, and exactly once if it is acknowledged, however often it is sent.</summary>
public sealed class OnceAndOnlyOnceTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_retry_is_acknowledged_with_the_seq_of_the_first_time_and_changes_nothing()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        var card = Some.Card(board);
        var id = Some.Id();

        var first = await guest.Hub.Send(card, id);
        var other = await guest.Hub.Send(Some.Card(board, "Something else"));
        var retry = await guest.Hub.Send(card, id);

        Assert.Equal(first.Seq, retry.Seq);
        Assert.True(other.Seq > first.Seq);
        Assert.Equal(2, await CardsOn(guest.Browser, scene, board, other.Seq!.Value));
    }

    [Fact]
    public async Task Sent_twice_in_one_breath_a_command_is_one_commit()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        var id = Some.Id();

        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => guest.Hub.Begin(Some.Card(board), id)));
        await Wait.Until(() => guest.Hub.Acks.Count(a => a.Id == id) == 10);

        var acks = guest.Hub.Acks.Where(a => a.Id == id).ToList();
        Assert.All(acks, a => Assert.Null(a.Rejection));
        Assert.Single(acks.Select(a => a.Seq).Distinct());
        Assert.Equal(1, await CardsOn(guest.Browser, scene, board, acks[0].Seq!.Value));
        Assert.NotEmpty(begun);
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_refused()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        var id = Some.Id();
        await guest.Hub.Send(Some.Card(board), id);

        var other = await guest.Hub.Send(Some.Card(board, "Another text"), id);

        Assert.Equal("command.id-reused", other.Rejection?.Code);
        Assert.False(other.Rejection!.Retry);
    }

    [Fact]
    public async Task The_same_id_and_body_from_another_person_is_refused()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var (first, second) = (await scene.Join(), await scene.Join("Bolat"));
        var id = Some.Id();
        await first.Hub.Send(Some.Card(board), id);

        var other = await second.Hub.Send(Some.Card(board), id);

        Assert.Equal("command.id-reused", other.Rejection?.Code);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered_so_that_a_retry_is_decided_anew()
    {
        await using var scene = await stage.Open();
        var board = await scene.Facilitator.Do(Some.Brainstorm());
        var guest = await scene.Join();
        var (card, id) = (Some.Card(board), Some.Id());
        Assert.Equal("cards.not-open-yet", (await guest.Hub.Send(card, id)).Rejection?.Code);

        await scene.Facilitator.Do(new OpenActivity { Activity = ActivityId.Of(board) });

        Assert.Null((await guest.Hub.Send(card, id)).Rejection);
    }

    [Fact]
    public async Task An_accepted_command_that_changes_nothing_is_stored_and_recognised()
    {
        await using var scene = await stage.Open();
        var id = Some.Id();

        var again = await scene.Facilitator.Send(new OpenSession(), id);
        var closed = await scene.Facilitator.Send(new CloseSession());
        var retry = await scene.Facilitator.Send(new OpenSession(), id);

        Assert.Null(again.Rejection);
        Assert.Equal(again.Seq, retry.Seq);
        var now = await scene.Dana.View(scene.Workshop, "public/now", closed.Seq!.Value);
        Assert.Equal("closed", now.Json["records"]!.AsArray().Single(r => r!["id"]!.GetValue<string>() == "workshop")!["phase"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_join_that_is_sent_again_is_the_same_person_with_a_new_cookie()
    {
        await using var scene = await stage.Open();
        var joining = Some.Joining(scene.Code);
        using var first = new Browser(stage.Server.Address);
        using var again = new Browser(stage.Server.Address);

        var one = await first.Post("/api/join", joining);
        var two = await again.Post("/api/join", joining);

        Assert.Equal(200, two.Status);
        Assert.Equal(one.Json["person"]!.GetValue<string>(), two.Json["person"]!.GetValue<string>());
        Assert.NotEqual(first.CookieHeader, again.CookieHeader);
        Assert.Equal(200, (await first.View(scene.Workshop, "public/now")).Status);
        Assert.Equal(200, (await again.View(scene.Workshop, "public/now")).Status);
    }

    [Fact]
    public async Task A_join_under_the_same_id_needs_the_key_of_the_device_that_joined()
    {
        await using var scene = await stage.Open();
        using var first = new Browser(stage.Server.Address);
        using var thief = new Browser(stage.Server.Address);
        var id = Some.Id();
        await first.Post("/api/join", Some.Joining(scene.Code, id: id));

        var answer = await thief.Post("/api/join", Some.Joining(scene.Code, id: id));

        Assert.Equal((409, "join.already"), (answer.Status, answer.Code));
        Assert.Equal("", thief.CookieHeader);
    }

    [Fact]
    public async Task A_workshop_that_is_created_again_is_the_same_one_and_only_for_its_maker()
    {
        var id = Some.Id();
        var workshop = Some.Workshop(id);

        var first = await stage.Dana.Post("/api/workshops", workshop);
        var again = await stage.Dana.Post("/api/workshops", workshop);
        using var nobody = new Browser(stage.Server.Address);
        var other = await nobody.Post("/api/workshops", workshop);

        Assert.Equal(first.Body, again.Body);
        Assert.Equal((401, "account.sign-in-needed"), (other.Status, other.Code));
    }

    [Fact]
    public async Task After_a_restart_a_retry_is_still_recognised()
    {
        await using var server = await ServerProcess.Start();
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var (card, id) = (Some.Card(board), Some.Id());
        var first = await scene.Facilitator.Send(card, id);
        await server.Kill();

        await using var restarted = await ServerProcess.Start(server.Data);
        using var returned = new Browser(restarted.Address);
        await returned.SignIn();
        await using var hub = await returned.Connect(scene.Workshop, "staff");
        var retry = await hub.Send(card, id);

        Assert.Equal(first.Seq, retry.Seq);
    }

    [Fact]
    public async Task While_another_program_holds_the_database_commands_are_to_be_sent_again_and_nothing_is_acknowledged()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var (card, id) = (Some.Card(board), Some.Id());
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(stage.Server.Data, "workshop.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.BeginTransaction();

            var refused = await scene.Facilitator.Send(card, id);

            Assert.Equal(("storage.busy", true), (refused.Rejection?.Code, refused.Rejection?.Retry));
            // Reading goes on meanwhile.
            Assert.Equal(200, (await scene.Dana.View(scene.Workshop, $"public/activity:{board}")).Status);
        }

        Assert.Null((await scene.Facilitator.Send(card, id)).Rejection);
    }

    static async Task<int> CardsOn(Browser browser, Scene scene, string board, long at) =>
        (await browser.View(scene.Workshop, $"public/activity:{board}", at)).Json["records"]!.AsArray().Count;
}
