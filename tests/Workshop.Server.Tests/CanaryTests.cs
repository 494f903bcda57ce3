using System.Text;
using Workshop.Core.Cards;
using Workshop.Core.Voting;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>
/// A workshop in which every secret is a word of its own; then everything that the server printed and every byte of its files is
/// searched for those that have no business there.
/// </summary>
public sealed class CanaryTests
{
    const string Password = "hunter of seven canaries";
    const string WrongPassword = "canary that was mistyped";
    const string HiddenText = "A card whose text nobody should find in a log";
    const string Name = "Kanareika Zhumabekova";

    [Fact]
    public async Task No_secret_is_in_anything_that_the_server_prints_and_no_key_to_it_in_its_files()
    {
        var data = ServerProcess.NewFolder();
        var server = await ServerProcess.Start(data);
        var secrets = new Dictionary<string, string> { ["password"] = Password, ["mistyped password"] = WrongPassword };
        var words = new Dictionary<string, string> { ["hidden text"] = HiddenText, ["name"] = Name };

        using var dana = new Browser(server.Address);
        secrets["setup link"] = server.SetupToken!;
        Assert.Equal(200, (await dana.Post("/api/setup", new { token = server.SetupToken, name = "Dana", login = "dana", password = Password, language = "en" })).Status);
        secrets["account's cookie"] = dana.CookieHeader.Split('=', 2)[1];
        await using (var scene = await Scene.Open(dana))
        {
            words["code"] = scene.Code;
            using var phone = new Browser(server.Address);
            var key = secrets["key of the device"] = Some.Hex(16);
            await phone.Post("/api/join", Some.Joining(scene.Code, Name, key: key));
            secrets["participant's cookie"] = phone.CookieHeader.Split('=', 2)[1];
            await using var hub = await phone.Connect(scene.Workshop, "person");
            var vote = await scene.Vote();
            var board = await scene.Board();
            var card = await hub.Do(Some.Card(board, HiddenText));
            await scene.Facilitator.Do(new HideCard { Card = CardId.Of(card), Reason = "Not for all" });

            var device = new Device();
            secrets["ballot"] = device.Ballot;
            secrets["key of the ballot"] = device.NextKey;
            Assert.Equal("cast", (await hub.Send(vote.Ballot(device))).Outcome);
            await Misbehave(server, scene, phone, device);
            await scene.Facilitator.Do(new CloseVoting { Activity = vote.Activity });

            var (_, said) = await ServerProcess.Run("reset-password", "dana", "--data", data);
            secrets["reset link"] = said[(said.IndexOf('#', StringComparison.Ordinal) + 1)..].Trim();
            foreach (var path in new[] { "/health", "/metrics" })
            {
                var report = (await phone.Get(path)).Body;
                Assert.All(secrets.Concat(words), s => Assert.DoesNotContain(s.Value, report, StringComparison.Ordinal));
            }
        }

        await server.Terminate();

        var printed = string.Join('\n', server.Output.Where(line => !line.StartsWith("Create the first account", StringComparison.Ordinal)));
        Assert.All(secrets.Concat(words), s => Assert.False(printed.Contains(s.Value, StringComparison.OrdinalIgnoreCase), $"The {s.Key} was printed."));
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.All(secrets, s => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s.Value)) < 0, $"The {s.Key} is in {Path.GetFileName(file)}."));
        }

        await server.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>What usually makes a server write down more than it should.</summary>
    static async Task Misbehave(ServerProcess server, Scene scene, Browser phone, Device device)
    {
        await phone.Post("/api/sign-in", new { login = WrongPassword, password = Password });
        await phone.Post("/api/sign-in", new { login = "dana", password = WrongPassword });
        await phone.Post("/api/sign-in", new { login = "dana", passwort = WrongPassword });
        await phone.Post("/api/setup", new { token = server.SetupToken, name = Name, login = "x", password = Password, language = "en" });
        await phone.Post("/api/join", new { code = scene.Code, name = Name });
        await phone.Get($"/api/doors/{scene.Code}?token={server.SetupToken}&access_token={Uri.EscapeDataString(HiddenText)}");
        await phone.Get($"/api/no-such-thing/{Uri.EscapeDataString(WrongPassword)}");
        await phone.Get($"/hub/{scene.Workshop}?as=person&id={device.Ballot}&access_token={device.NextKey}");
        var foreign = new HttpRequestMessage(HttpMethod.Post, $"/api/join?code={scene.Code}") { Content = new StringContent($"{{\"code\":\"{scene.Code}\",", Encoding.UTF8, "application/json") };
        foreign.Headers.Add("Origin", $"https://{device.Ballot}.example");
        foreign.Headers.Add("Authorization", $"Bearer {device.NextKey}");
        await phone.Send(foreign);

        using var socket = await RawSocket.Open(phone, scene.Workshop);
        await socket.Call("Send", $$"""{{"\"" + Some.Id() + "\""}},{"type":"castBallot","ballot":"{{device.Ballot}}","text":"{{HiddenText}}"}""");
        await socket.Call("NoSuchMethod", $"\"{HiddenText}\",\"{device.NextKey}\"");
        await socket.Call("Send", $"\"{HiddenText}\"");
        await socket.Send(string.Concat(Enumerable.Repeat($$"""{"type":1,"target":"NoSuchMethod","arguments":["{{device.Ballot}}"]}""" + "\u001e", 200)));
        await socket.WaitForEnd();
        using var broken = await RawSocket.Open(phone, scene.Workshop);
        await broken.Send($"{HiddenText} {device.Ballot}\u001e");
        await broken.WaitForEnd();
    }
}
