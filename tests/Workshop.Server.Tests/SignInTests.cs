using System.Diagnostics;
using Workshop.Server.Accounts;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>Passwords, and how a sign-in ends.</summary>
public sealed class SignInTests(SignInTests.OwnStage stage) : IClassFixture<SignInTests.OwnStage>
{
    const string Next = "nine green tables";

    [Theory]
    [InlineData("short", "account.password-too-short")]
    [InlineData("motherfucker", "account.password-common")]
    [InlineData("1qaz2wsx3edc", "account.password-common")]
    [InlineData("123456789012", "account.password-common")]
    [InlineData("abcdefghijklm", "account.password-common")]
    [InlineData("qwertyqwerty", "account.password-common")]
    [InlineData("aaaaaaaaaaaaaaaa", "account.password-common")]
    [InlineData("Workshop2026", "account.password-common")]
    [InlineData("пароль123456", "account.password-common")]
    [InlineData("danasadykova", "account.password-common")]
    [InlineData("Password12345", "account.password-common")]
    [InlineData("correct horse battery", null)]
    [InlineData("төрт жасыл үстел", null)]
    public void A_password_is_long_and_nothing_that_is_tried_first(string password, string? code) =>
        Assert.Equal(code, PasswordRules.Refuse(password, "dana", "Dana Sadykova")?.Code);

    [Fact]
    public async Task Who_knows_the_password_changes_it_and_everything_else_of_the_account_is_signed_out()
    {
        using var dana = new Browser(stage.Server.Address);
        await dana.SignIn();
        using var tablet = new Browser(stage.Server.Address);
        await tablet.SignIn();
        var workshop = await dana.CreateWorkshop();
        await using var there = await tablet.Connect(workshop, "staff");
        var copy = Browser.WithCookies(stage.Server.Address, dana.CookieHeader);

        Assert.Equal((403, "account.current-wrong"), Facts(await dana.Post("/api/password", new { current = "not this one at all", password = Next })));
        Assert.Equal((400, "account.password-common"), Facts(await dana.Post("/api/password", new { current = Some.Password, password = "dana dana 1234" })));
        Assert.Equal(200, (await dana.Post("/api/password", new { current = Some.Password, password = Next })).Status);

        await Wait.For(there.Closed);
        Assert.Equal(401, (await tablet.Get("/api/workshops")).Status);
        Assert.Equal(401, (await copy.Get("/api/workshops")).Status);
        Assert.Equal(200, (await dana.Get("/api/workshops")).Status);
        Assert.Equal((401, "account.wrong"), Facts(await tablet.Post("/api/sign-in", new { login = "dana", password = Some.Password })));
        Assert.Equal(200, (await dana.Post("/api/password", new { current = Next, password = Some.Password })).Status);
        copy.Dispose();
    }

    [Fact]
    public async Task The_operators_link_sets_a_new_password_once_and_signs_the_others_out()
    {
        await using var server = await ServerProcess.Start();
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        using var phone = new Browser(server.Address);

        var first = await Reset(server, "dana");
        var link = await Reset(server, " DANA ");

        Assert.Equal((403, "account.reset-link"), Facts(await phone.Post("/api/reset", new { token = first, password = Next })));
        Assert.Equal((400, "account.password-too-short"), Facts(await phone.Post("/api/reset", new { token = link, password = "short" })));
        Assert.Equal(200, (await phone.Post("/api/reset", new { token = link, password = Next })).Status);
        Assert.Equal((403, "account.reset-link"), Facts(await phone.Post("/api/reset", new { token = link, password = Some.Password })));
        Assert.Equal(401, (await dana.Get("/api/workshops")).Status);
        Assert.Equal(200, (await phone.Get("/api/workshops")).Status);
        Assert.Equal(200, (await dana.Post("/api/sign-in", new { login = "dana", password = Next })).Status);
        Assert.DoesNotContain(server.Output, line => line.Contains(link, StringComparison.Ordinal));
        var (code, said) = await ServerProcess.Run("reset-password", "nobody", "--data", server.Data);
        Assert.Equal(64, code);
        Assert.Contains("There is no account with the login nobody", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_gives_a_new_cookie_whatever_cookie_was_there_before()
    {
        using var thief = new Browser(stage.Server.Address);
        await thief.SignIn();
        var planted = thief.CookieHeader;
        using var victim = Browser.WithCookies(stage.Server.Address, planted);
        Assert.Equal(200, (await victim.Post("/api/sign-out", new { })).Status);

        using var again = new Browser(stage.Server.Address);
        await again.SignIn();

        Assert.NotEqual(planted, again.CookieHeader);
        Assert.Equal(401, (await victim.Get("/api/workshops")).Status);
        Assert.Equal(401, (await thief.Get("/api/workshops")).Status);
    }

    [Fact]
    public async Task Signing_out_on_one_node_ends_the_sockets_of_that_browser_on_another()
    {
        await using var first = await ServerProcess.Start();
        using var dana = new Browser(first.Address);
        await dana.SetUp(first.SetupToken!);
        var workshop = await dana.CreateWorkshop();
        await using var second = await ServerProcess.Start(first.Data);
        using var there = Browser.WithCookies(second.Address, dana.CookieHeader);
        await using var socket = await there.Connect(workshop, "staff");

        await dana.Post("/api/sign-out", new { });

        await Wait.For(socket.Closed);
        Assert.Equal(401, (await there.Get("/api/workshops")).Status);
    }

    static async Task<string> Reset(ServerProcess server, string login)
    {
        var (code, said) = await ServerProcess.Run("reset-password", login, "--data", server.Data, "--url", "https://workshop.example");
        Assert.Equal(0, code);
        Assert.Contains("https://workshop.example/reset#", said, StringComparison.Ordinal);
        return said[(said.IndexOf('#', StringComparison.Ordinal) + 1)..].Trim();
    }

    static (int, string?) Facts(Answer answer) => (answer.Status, answer.Code);

    /// <summary>Passwords are changed here, so the account is this class's own.</summary>
    public sealed class OwnStage : Stage;
}
