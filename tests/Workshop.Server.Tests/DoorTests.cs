using System.Text.Json.Nodes;
using Workshop.Core.Agenda;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>How people without accounts come in, come back, and are kept from guessing.</summary>
public sealed class DoorTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("{0} {1} {2}", '0')]
    [InlineData("{0}-{1}-{2}", '0')]
    [InlineData("{0} – {1} – {2}", '0')]
    [InlineData("{0}{1}{2}", '\u0660')]
    [InlineData(" {0}\u00a0{1}\u202f{2} ", '\u06f0')]
    [InlineData("{0}{1}{2}", '\u0966')]
    public async Task A_code_is_understood_with_spaces_dashes_and_in_any_scripts_digits(string shape, char zero)
    {
        await using var scene = await stage.Open();
        var digits = string.Concat(scene.Code.Select(c => (char)(zero + (c - '0'))));
        var typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, digits[..3], digits[3..6], digits[6..]);
        using var phone = new Browser(stage.Server.Address);

        var door = await phone.Get($"/api/doors/{Uri.EscapeDataString(typed)}");

        Assert.Equal(200, door.Status);
        Assert.Equal(scene.Workshop.Value, door.Json["workshop"]!.GetValue<string>());
        Assert.Equal("Trade 2030", door.Json["title"]!["versions"]!["en"]!["text"]!.GetValue<string>());
        Assert.Equal(2, door.Json["groups"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_code_has_nine_digits_and_the_link_and_its_picture_lead_to_it()
    {
        await using var scene = await stage.Open();

        var door = (await stage.Dana.Get($"/api/workshops/{scene.Workshop}/door")).Json;
        var picture = await stage.Dana.Get(door["qr"]!.GetValue<string>());

        Assert.Matches("^[1-9][0-9]{8}$", door["code"]!.GetValue<string>());
        Assert.Equal($"{stage.Server.Address.GetLeftPart(UriPartial.Authority)}/{scene.Code}", door["link"]!.GetValue<string>());
        Assert.StartsWith("<svg", picture.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_opens_and_after_it_closes_nobody_can_join_and_is_told_which()
    {
        var workshop = await stage.Dana.CreateWorkshop();
        var code = await stage.Dana.CodeOf(workshop);
        using var phone = new Browser(stage.Server.Address);
        Assert.Equal((409, "join.not-open-yet"), Facts(await phone.Post("/api/join", Some.Joining(code))));
        await using var facilitator = await stage.Dana.Connect(workshop, "staff");
        await facilitator.Do(new OpenSession());
        await facilitator.Do(new CloseSession());

        Assert.Equal((409, "join.closed"), Facts(await phone.Post("/api/join", Some.Joining(code))));
        await Wait.Until(async () => (await phone.Get($"/api/doors/{code}")).Json["phase"]!.GetValue<string>() == "closed");
    }

    [Theory]
    [InlineData("\u200b", "customs", "people.name")]
    [InlineData("Aigerim", "nowhere", "people.no-such-group")]
    public async Task What_a_name_or_group_can_not_be_is_said_and_the_code_stays_good(string name, string group, string code)
    {
        await using var scene = await stage.Open();
        using var phone = new Browser(stage.Server.Address);

        Assert.Equal((400, code), Facts(await phone.Post("/api/join", Some.Joining(scene.Code, name, group))));
        Assert.NotEqual(default, await phone.Join(scene.Code));
    }

    [Fact]
    public async Task The_same_browser_comes_back_as_the_same_person_and_a_taken_name_gets_a_number()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join("Aigerim");
        var namesake = await scene.Join("aigerim ");

        var door = await guest.Browser.Get($"/api/doors/{scene.Code}");
        var session = (await guest.Browser.Get($"/api/workshops/{scene.Workshop}/session")).Json;
        var me = (await namesake.Browser.View(scene.Workshop, $"person%3A{namesake.Person}/now")).Json["records"]![0]!;

        Assert.Equal("Aigerim", door.Json["returning"]!["name"]!.GetValue<string>());
        Assert.Equal((guest.Person.Value, "participant", false), (session["person"]!.GetValue<string>(), session["role"]!.GetValue<string>(), session["staff"]!.GetValue<bool>()));
        Assert.Equal("aigerim (2)", me["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Guessing_is_stopped_after_twenty_wrong_codes_and_typing_badly_in_a_full_hall_is_not()
    {
        // A server of its own: the limits count by address, and all tests share one.
        await using var server = await ServerProcess.Start();
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        using var phone = new Browser(server.Address);
        for (var i = 0; i < 15; i++)
        {
            await scene.Join($"Guest {i}");
        }

        // Fifteen have joined from here: it may be wrong fifteen times more.
        for (var i = 0; i < 35; i++)
        {
            Assert.Equal((404, "join.unknown-code"), Facts(await phone.Get($"/api/doors/10000{i:0000}")));
        }

        var blocked = await phone.Get("/api/doors/100009999");
        Assert.Equal((429, "join.too-many-attempts"), Facts(blocked));
        Assert.InRange(int.Parse(blocked.Json["args"]!["seconds"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), 200, 300);
        Assert.Equal(429, (await phone.Get($"/api/doors/{scene.Code}")).Status);
        Assert.Equal(429, (await phone.Post("/api/join", Some.Joining(scene.Code))).Status);

        // Those inside notice nothing.
        Assert.Null((await scene.Facilitator.Send(Some.Brainstorm())).Rejection);
        Assert.DoesNotContain(server.Output, line => line.Contains(scene.Code, StringComparison.Ordinal) || line.Contains("10000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_hundred_people_join_from_one_address_within_a_minute()
    {
        await using var scene = await stage.Open();
        using var phones = new Browser(stage.Server.Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => phones.Post("/api/join", Some.Joining(scene.Code, $"Guest {i}"))));

        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Equal(200, answers.Select(a => a.Json["person"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task A_password_is_guessed_ever_more_slowly_and_whether_the_login_exists_makes_no_difference()
    {
        await using var server = await ServerProcess.Start();
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        using var thief = new Browser(server.Address);
        foreach (var login in new[] { "dana", "nobody" })
        {
            var tries = 0;
            Answer answer;
            while ((answer = await thief.Post("/api/sign-in", new { login, password = "a wrong password" })).Status == 401)
            {
                Assert.Equal("account.wrong", answer.Code);
                Assert.True(++tries < 15, "Nothing slows this down.");
            }

            Assert.True(tries >= 5);
            Assert.Equal((429, "account.wait"), Facts(answer));
        }

        await Wait.Until(async () => (await thief.Post("/api/sign-in", new { login = "DANA ", password = Some.Password })).Status == 200);
    }

    [Fact]
    public async Task A_flood_of_guesses_is_told_to_wait_and_does_not_pile_up()
    {
        using var thief = new Browser(stage.Server.Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            thief.Post("/api/sign-in", new { login = $"nobody {i}", password = "a wrong password" })));

        Assert.All(answers, a => Assert.True(a.Status is 401 or 429, a.Body));
        Assert.Contains(answers, a => a.Status == 429);
    }

    static (int, string?) Facts(Answer answer) => (answer.Status, answer.Code);
}
