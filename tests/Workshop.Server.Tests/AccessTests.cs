using System.Collections;
using System.Text.Json;
using Workshop.Core.Agenda;
using Workshop.Core.Languages;
using Workshop.Core.People;
using Workshop.Core.Voting;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>Who may send what and see what, on real connections, generated from the one table that says so.</summary>
public sealed class AccessTests(UnlimitedStage stage) : IClassFixture<UnlimitedStage>
{
    [Theory]
    [InlineData("staff", Role.Facilitator, Phase.Preparing)]
    [InlineData("staff", Role.Facilitator, Phase.Open)]
    [InlineData("staff", Role.Facilitator, Phase.Closed)]
    [InlineData("person", Role.Participant, Phase.Open)]
    [InlineData("person", Role.Participant, Phase.Closed)]
    [InlineData("left", Role.Participant, Phase.Open)]
    [InlineData("screen", Role.Screen, Phase.Preparing)]
    [InlineData("screen", Role.Screen, Phase.Open)]
    [InlineData("screen", Role.Screen, Phase.Closed)]
    public async Task Every_command_is_allowed_or_refused_as_the_table_says(string @as, Role role, Phase phase)
    {
        var workshop = await stage.Dana.CreateWorkshop();
        await using var facilitator = await stage.Dana.Connect(workshop, "staff");
        using var phone = new Browser(stage.Server.Address);
        if (phase != Phase.Preparing)
        {
            await facilitator.Do(new OpenSession());
            await phone.Join(await stage.Dana.CodeOf(workshop));
        }

        if (phase == Phase.Closed)
        {
            await facilitator.Do(new CloseSession());
        }

        await using var hub = await (@as is "person" or "left" ? phone : stage.Dana).Connect(workshop, @as is "left" ? "person" : @as);
        if (@as == "left")
        {
            await hub.Do(new LeaveWorkshop());
        }

        foreach (var (type, right) in Rights.Table.OrderBy(r => r.Key == typeof(OpenSession) || r.Key == typeof(CloseSession)))
        {
            var ack = await hub.Send(Sample.Of(type));

            var expected = !right.Roles.Contains(role) ? "workshop.not-allowed"
                : right.Phases.Contains(phase) ? null
                : phase == Phase.Preparing ? "workshop.not-open-yet" : "workshop.closed";
            var code = ack.Rejection?.Code;
            Assert.True(
                expected is null ? code is not ("workshop.not-allowed" or "workshop.not-open-yet" or "workshop.closed" or "server.fault") : code == expected,
                $"{role} sent {type.Name} while {phase}: {code}, expected {expected ?? "no refusal by right"}");

            // Put back what a command of the table itself has changed.
            if (code is null && type == typeof(OpenSession) && phase != Phase.Open)
            {
                await facilitator.Do(new CloseSession());
                phase = Phase.Closed;
            }
        }
    }

    [Fact]
    public async Task Who_has_no_part_in_a_workshop_gets_no_connection_to_it_and_nothing_of_it()
    {
        await using var scene = await stage.Open();
        await using var elsewhere = await stage.Open();
        var stranger = await elsewhere.Join();
        using var nobody = new Browser(stage.Server.Address);

        foreach (var browser in new[] { stranger.Browser, nobody })
        {
            foreach (var entrance in new[] { "person", "staff", "screen" })
            {
                var negotiate = await browser.Post($"/hub/{scene.Workshop}/negotiate?as={entrance}&negotiateVersion=1", new { });
                Assert.Equal((403, "workshop.not-allowed"), (negotiate.Status, negotiate.Code));
                await Assert.ThrowsAnyAsync<Exception>(() => browser.Connect(scene.Workshop, entrance));
            }

            foreach (var path in new[] { "views/public/now", "views/staff/now", "views/public/plan", $"views/person%3A{scene.Workshop}/now", "plan.docx", "door", "qr.svg" })
            {
                Assert.Equal(403, (await browser.Get($"/api/workshops/{scene.Workshop}/{path}")).Status);
            }

            Assert.Equal("""{"staff":false}""", (await browser.Get($"/api/workshops/{scene.Workshop}/session")).Body);
        }

        // One's own cookie opens no other door of the same workshop either.
        var guest = await scene.Join();
        Assert.Equal(403, (await guest.Browser.Post($"/hub/{scene.Workshop}/negotiate?as=staff&negotiateVersion=1", new { })).Status);
        Assert.Equal(403, (await guest.Browser.Post($"/hub/{scene.Workshop}/negotiate?as=screen&negotiateVersion=1", new { })).Status);
        Assert.Equal(403, (await guest.Browser.Get($"/api/workshops/{scene.Workshop}/door")).Status);
    }

    [Theory]
    [InlineData("facilitator", true, true, false, false)]
    [InlineData("participant", true, false, true, false)]
    [InlineData("screen", true, false, false, false)]
    public async Task A_view_is_seen_by_hub_and_by_http_as_the_rule_says(string who, bool everyones, bool staffs, bool own, bool others)
    {
        await using var scene = await stage.Open();
        var (guest, other) = (await scene.Join(), await scene.Join("Bolat"));
        var hub = who switch
        {
            "facilitator" => scene.Facilitator,
            "screen" => await scene.Connect(scene.Dana, "screen"),
            _ => guest.Hub,
        };
        var expected = new Dictionary<string, bool>
        {
            ["public/now"] = everyones,
            ["public/plan"] = everyones,
            ["staff/now"] = staffs,
            [$"person:{guest.Person}/now"] = own,
            [$"person:{other.Person}/now"] = others,
        };

        var joined = await hub.Join(expected.Keys.ToDictionary(v => v, _ => 1L));

        var given = joined.GetProperty("views").EnumerateArray().Select(v => v.GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(expected.Where(e => e.Value).Select(e => e.Key).Order(), given.Order());
        if (who == "screen")
        {
            return;
        }

        foreach (var (view, may) in expected)
        {
            var browser = who == "facilitator" ? scene.Dana : guest.Browser;
            var answer = await browser.View(scene.Workshop, view.Replace(":", "%3A", StringComparison.Ordinal));
            Assert.Equal(may ? 200 : 403, answer.Status);
        }
    }

    [Fact]
    public async Task Whoever_a_message_claims_to_come_from_the_session_says_who_it_is()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();

        // The message has no place for a sender; whoever makes one is refused.
        var id = Some.Id();
        await guest.Hub.Call("Send", id, JsonSerializer.SerializeToElement(new { type = "addCard", activity = board, text = "x", author = scene.Workshop.Value, actor = scene.Workshop.Value }));
        await Wait.Until(() => guest.Hub.Acks.Any(a => a.Id == id));
        Assert.Equal("command.malformed", guest.Hub.Acks.Single(a => a.Id == id).Rejection?.Code);

        var card = await guest.Hub.Send(Some.Card(board));
        var view = await guest.Browser.View(scene.Workshop, $"public/activity:{board}", card.Seq!.Value);
        Assert.Equal(guest.Person.Value, view.Json["records"]![0]!["author"]!.GetValue<string>());
    }

    [Fact]
    public async Task Signing_out_ends_the_connections_of_that_browser_and_of_no_other()
    {
        await using var scene = await stage.Open();
        using var tablet = new Browser(stage.Server.Address);
        await tablet.SignIn();
        await using var there = await tablet.Connect(scene.Workshop, "staff");

        await tablet.Post("/api/sign-out", new { });

        await Wait.For(there.Closed);
        await scene.Facilitator.Do(Some.Brainstorm());
        Assert.Equal("""{}""", (await tablet.Get("/api/me")).Body);
        Assert.Equal(401, (await tablet.Get("/api/workshops")).Status);
    }

    /// <summary>A command of each type that is well formed and names things that do not exist.</summary>
    static class Sample
    {
        public static ICommand Of(Type type)
        {
            var command = (ICommand)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            foreach (var property in type.GetProperties().Where(p => p.CanWrite))
            {
                property.SetValue(command, Value(property.PropertyType, property.Name));
            }

            return JsonSerializer.Deserialize<ICommand>(JsonSerializer.Serialize(command, Json.Wire), Json.Wire)!;
        }

        static object? Value(Type type, string name) => type switch
        {
            _ when Nullable.GetUnderlyingType(type) is not null => null,
            _ when type == typeof(string) => name is "Ballot" ? Some.Hex(16) : name is "EditHash" ? Some.Hex(32) : name is "Key" or "Section" ? null : name.Contains("Language", StringComparison.Ordinal) ? "en" : "+06:00",
            _ when type == typeof(int) => 1,
            _ when type == typeof(bool) => true,
            _ when type == typeof(NewText) => NewText.Of("en", name),
            _ when type == typeof(IActivitySettings) => new BrainstormSettings(),
            _ when type == typeof(ImmutableArray<string>) => ImmutableArray.Create("en"),
            _ when type == typeof(ImmutableArray<NewGroup>) => ImmutableArray.Create(new NewGroup { Id = GroupId.Of("customs"), Name = NewText.Of("en", "Customs") }),
            _ when type == typeof(IReadOnlyDictionary<ClusterId, int>) => new Dictionary<ClusterId, int>(),
            _ when type.IsAssignableTo(typeof(IEnumerable)) => type.GetField("Empty")!.GetValue(null),
            _ => Activator.CreateInstance(type, Some.Id()),
        };
    }
}
