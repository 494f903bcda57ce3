using System.Text.Json;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.People;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>Whoever follows the rule for frames holds what a whole view would show, however it came there.</summary>
public sealed class FrameRuleTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Who_joins_with_the_place_it_holds_gets_the_frames_since_then_and_is_live()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var view = $"public/activity:{board}";
        await using var watcher = await scene.Dana.Connect(scene.Workshop, "staff");
        var replica = await watcher.Watch(view);
        var before = await scene.Facilitator.Do(Some.Card(board, "Before"));
        await replica.Find(view, $"card:{before}");

        await using var away = await scene.Dana.Connect(scene.Workshop, "staff");
        var since = replica.Have[view];
        var missed = await scene.Facilitator.Do(Some.Card(board, "Missed"));
        await replica.Find(view, $"card:{missed}");
        await away.Join(new Dictionary<string, long> { [view] = since });
        var after = await scene.Facilitator.Do(Some.Card(board, "After"));

        await Wait.Until(() => CardsIn(away).Contains($"card:{after}"));
        Assert.Equal([$"card:{missed}", $"card:{after}"], CardsIn(away));
        Assert.DoesNotContain(away.Messages, m => m.Name == "fetch");
    }

    [Fact]
    public async Task Overlapping_frames_do_no_harm()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var view = $"public/activity:{board}";
        await using var hub = await scene.Dana.Connect(scene.Workshop, "staff");
        var replica = await hub.Watch(view);
        var first = await scene.Facilitator.Do(Some.Card(board, "First"));
        await replica.Find(view, $"card:{first}");
        await scene.Facilitator.Do(new EditCard { Card = CardId.Of(first), Text = "Edited", Base = 1 });
        await replica.Find(view, $"card:{first}", r => r["text"]!["version"]!.GetValue<int>() == 2);

        // Claims to hold less than it does: everything comes once more.
        await hub.Join(new Dictionary<string, long> { [view] = replica.Have[view] - 2 });
        var last = await scene.Facilitator.Send(Some.Card(board, "Last"));
        await replica.Find(view, $"card:{last.Id}");

        await AssertSameAsWhole(replica, scene, view, last.Seq!.Value);
        Assert.Equal(0, replica.Resyncs);
    }

    [Fact]
    public async Task Who_holds_something_too_old_is_told_to_fetch()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var view = $"public/activity:{board}";
        var replica = await scene.Facilitator.Watch(view);
        for (var i = 0; i < 200; i++)
        {
            // A kilobyte each: what was missed is more than is pushed.
            await scene.Facilitator.Do(Some.Card(board, new string('я', 500)));
        }

        await Wait.Until(async () => (await replica.Records(view)).Count == 200);

        await using var late = await scene.Dana.Connect(scene.Workshop, "staff");
        await late.Join(new Dictionary<string, long> { [view] = 5 });

        await Wait.Until(() => late.Messages.Any(m => m.Name == "fetch"));
        var fetch = late.Messages.First(m => m.Name == "fetch").Body;
        Assert.Equal(view, fetch.GetProperty("view").GetString());
        var whole = await scene.Dana.View(scene.Workshop, view, fetch.GetProperty("seq").GetInt64());
        Assert.Equal(200, whole.Json["records"]!.AsArray().Count);
    }

    [Fact]
    public async Task Who_holds_nothing_or_records_of_another_build_is_told_to_fetch()
    {
        await using var scene = await stage.Open();
        await using var hub = await scene.Dana.Connect(scene.Workshop, "staff");

        await hub.Join(new Dictionary<string, long> { ["public/now"] = -1 });
        await Wait.Until(() => hub.Messages.Count(m => m.Name == "fetch") == 1);
        await hub.Join(new Dictionary<string, long> { ["public/now"] = 2 }, build: "another");
        await Wait.Until(() => hub.Messages.Count(m => m.Name == "fetch") == 2);
    }

    [Fact]
    public async Task Who_is_ahead_of_what_was_shown_waits_for_nothing()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var ack = await scene.Facilitator.Send(Some.Card(board));

        var whole = await scene.Dana.View(scene.Workshop, $"public/activity:{board}", ack.Seq!.Value);

        Assert.True(whole.Json["seq"]!.GetValue<long>() >= ack.Seq);
        Assert.Single(whole.Json["records"]!.AsArray());
    }

    [Fact]
    public async Task The_view_of_a_step_is_there_as_soon_as_the_step_is_acknowledged()
    {
        await using var scene = await stage.Open();
        for (var i = 0; i < 20; i++)
        {
            var step = await scene.Facilitator.Do(Some.Brainstorm());

            Assert.Equal(200, (await scene.Dana.View(scene.Workshop, $"public/activity:{step}")).Status);
            var other = await scene.Facilitator.Do(Some.Brainstorm());
            var joined = await scene.Facilitator.Join(new Dictionary<string, long> { [$"public/activity:{other}"] = -1 });
            Assert.Single(Strings(joined, "views"));
        }
    }

    [Fact]
    public async Task A_change_too_large_to_push_is_announced_and_fetched()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var view = $"public/activity:{board}";
        await using var hub = await scene.Dana.Connect(scene.Workshop, "staff");
        var replica = await hub.Watch(view);

        var begun = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => scene.Facilitator.Begin(Some.Card(board, new string('ж', 550)))));
        var acks = await Wait.For(Task.WhenAll(begun));

        var last = acks.Max(a => a.Seq!.Value);
        await Wait.Until(async () => (await replica.Records(view)).Count == 300);
        await AssertSameAsWhole(replica, scene, view, last);
        foreach (var frame in hub.Messages.Where(m => m.Name == "frame"))
        {
            Assert.True(frame.Body.GetRawText().Length * 2 < 2 * 64 * 1024);
        }
    }

    [Fact]
    public async Task A_join_names_the_views_it_gives_and_those_it_refuses_and_replaces_the_ones_before()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();

        var first = await guest.Hub.Join(new Dictionary<string, long>
        {
            ["public/now"] = 1,
            [$"person:{guest.Person}/now"] = 1,
            ["staff/now"] = 1,
            [$"person:{scene.Workshop}/now"] = 1,
            ["public/activity:none"] = 1,
            ["nonsense"] = 1,
        });
        var second = await guest.Hub.Join(new Dictionary<string, long> { [$"person:{guest.Person}/now"] = 1 });
        await scene.Facilitator.Do(Some.Brainstorm());
        var last = await scene.Facilitator.Send(new SetVotingRight { Person = guest.Person, Votes = false });
        await Wait.Until(() => guest.Hub.Messages.Any(m => m.Name == "frame" && m.Body.GetProperty("seq").GetInt64() == last.Seq));

        Assert.Equal([$"person:{guest.Person}/now", "public/now"], Strings(first, "views").Order());
        Assert.Equal(4, Strings(first, "refused").Count);
        Assert.Equal([$"person:{guest.Person}/now"], Strings(second, "views"));
        var afterSecond = guest.Hub.Messages.SkipWhile(m => m.Body.GetRawText() != second.GetRawText());
        Assert.All(afterSecond.Where(m => m.Name == "frame"), m => Assert.StartsWith("person:", m.Body.GetProperty("view").GetString()));
    }

    [Fact]
    public async Task What_becomes_hidden_is_dropped_for_everyone_and_put_for_its_author_and_staff()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var (author, other) = (await scene.Join(), await scene.Join("Bolat"));
        var (everyone, mine, staffs) = ($"public/activity:{board}", $"person:{author.Person}/activity:{board}", $"staff/activity:{board}");
        var atAuthor = await author.Hub.Watch(everyone, mine);
        var atOther = await other.Hub.Watch(everyone);
        var atStaff = await scene.Facilitator.Watch(everyone, staffs);
        var card = await author.Hub.Do(Some.Card(board));
        await atOther.Find(everyone, $"card:{card}");

        await scene.Facilitator.Do(new HideCard { Card = CardId.Of(card), Reason = "Names a person" });

        await Wait.Until(async () => !(await atOther.Records(everyone)).ContainsKey($"card:{card}"));
        Assert.Equal("hidden", (await atAuthor.Find(mine, $"card:{card}"))["status"]!.GetValue<string>());
        Assert.Equal("hidden", (await atStaff.Find(staffs, $"card:{card}"))["status"]!.GetValue<string>());
        Assert.DoesNotContain(other.Hub.Messages, m => m.Body.GetRawText().Contains("Names a person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_view_is_answered_with_304_only_to_who_may_see_it_and_holds_it_unchanged()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();
        var whole = await scene.Dana.View(scene.Workshop, "staff/now");

        var unchanged = await Conditional(scene.Dana, scene, "staff/now", whole.ETag!);
        var forbidden = await Conditional(guest.Browser, scene, "staff/now", whole.ETag!);
        var late = await scene.Facilitator.Send(new SetVotingRight { Person = guest.Person, Votes = false });
        var changed = await Conditional(scene.Dana, scene, "staff/now", whole.ETag!, late.Seq!.Value);
        using var nobody = new Browser(stage.Server.Address);
        var stranger = await Conditional(nobody, scene, "public/now", whole.ETag!);

        Assert.Equal(304, unchanged.Status);
        Assert.Equal("", unchanged.Body);
        Assert.Equal(403, forbidden.Status);
        Assert.Equal(200, changed.Status);
        Assert.Equal(403, stranger.Status);
    }

    [Fact]
    public async Task Whole_views_are_compressed_and_never_kept_by_anyone_between()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();
        var board = await scene.Board();
        for (var i = 0; i < 20; i++)
        {
            await scene.Facilitator.Do(Some.Card(board, $"Card {i} {new string('о', 100)}"));
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/workshops/{scene.Workshop}/views/public/activity:{board}");
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var shared = await guest.Browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var own = await guest.Browser.Http.GetAsync(
            $"/api/workshops/{scene.Workshop}/views/person%3A{guest.Person}/now", TestContext.Current.CancellationToken);

        Assert.Equal(["br"], shared.Content.Headers.ContentEncoding);
        Assert.Equal("no-cache, private", shared.Headers.CacheControl!.ToString());
        Assert.Equal("no-store, private", own.Headers.CacheControl!.ToString());
        Assert.True(shared.Content.Headers.ContentLength < 2_000);
    }

    static async Task AssertSameAsWhole(Replica replica, Scene scene, string view, long at)
    {
        var whole = await scene.Dana.View(scene.Workshop, view, at);
        var expected = whole.Json["records"]!.AsArray().ToDictionary(r => r!["id"]!.GetValue<string>(), r => r!.ToJsonString());
        Assert.Equal(expected.OrderBy(r => r.Key, StringComparer.Ordinal), await replica.Records(view));
    }

    static async Task<Answer> Conditional(Browser browser, Scene scene, string view, string tag, long at = 0)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/workshops/{scene.Workshop}/views/{view}?at={at}");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await browser.Send(request);
    }

    static List<string> CardsIn(HubClient hub) =>
        [.. hub.Messages.Where(m => m.Name == "frame").SelectMany(m => m.Body.GetProperty("put").EnumerateArray()).Select(r => r.GetProperty("id").GetString()!)];

    static List<string> Strings(JsonElement message, string member) =>
        message.TryGetProperty(member, out var list) ? [.. list.EnumerateArray().Select(s => s.GetString()!)] : [];
}
