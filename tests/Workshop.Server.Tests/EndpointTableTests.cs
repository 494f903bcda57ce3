using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workshop.Core.People;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;
using Workshop.Storage;
using Workshop.Storage.Sqlite;

namespace Workshop.Server.Tests;

/// <summary>Every address of the server, and what it answers to each kind of visitor: one table. An address that is missing from it fails.</summary>
public sealed class EndpointTableTests(Stage stage) : IClassFixture<Stage>
{
    static readonly string[] Everyone = ["nobody", "stranger", "participant", "left", "facilitator", "other facilitator", "signed out"];

    /// <summary>Method, route, what is asked for, and who gets which status; who is not named gets the last one.</summary>
    static readonly (string Method, string Route, string Path, Func<World, object>? Body, string Answers)[] Table =
    [
        ("GET", "/health", "/health", null, "200"),
        ("GET", "/health/ready", "/health/ready", null, "200"),
        ("GET", "/health/live", "/health/live", null, "200"),
        ("GET", "/api/setup", "/api/setup", null, "200"),
        ("POST", "/api/setup", "/api/setup", _ => new { token = "x", name = "x", login = "x", password = Some.Password, language = "en" }, "403"),
        ("POST", "/api/sign-in", "/api/sign-in", _ => new { login = $"nobody {Some.Id()}", password = "wrong" }, "401"),
        ("POST", "/api/password", "/api/password", _ => new { current = "wrong", password = "too short" }, "facilitator 400, other facilitator 400, 401"),
        ("POST", "/api/reset", "/api/reset", _ => new { token = "x", password = Some.Password }, "403"),
        ("GET", "/api/me", "/api/me", null, "200"),
        ("GET", "/api/workshops", "/api/workshops", null, "facilitator 200, other facilitator 200, 401"),
        ("POST", "/api/workshops", "/api/workshops", _ => Some.Workshop(Some.Id()), "facilitator 200, other facilitator 200, 401"),
        ("GET", "/api/workshops/{workshop}/session", "/api/workshops/{w}/session", null, "200"),
        ("GET", "/api/workshops/{workshop}/door", "/api/workshops/{w}/door", null, "facilitator 200, 403"),
        ("GET", "/api/workshops/{workshop}/qr.svg", "/api/workshops/{w}/qr.svg", null, "facilitator 200, 403"),
        ("GET", "/api/doors/{code}", "/api/doors/{code}", null, "200"),
        ("POST", "/api/join", "/api/join", w => Some.Joining(w.Code), "200"),
        ("GET", Views, "/api/workshops/{w}/views/public/now", null, "participant 200, left 200, facilitator 200, 403"),
        ("GET", Views, "/api/workshops/{w}/views/public/plan", null, "participant 200, left 200, facilitator 200, 403"),
        ("GET", Views, "/api/workshops/{w}/views/public/activity:{board}", null, "participant 200, left 200, facilitator 200, 403"),
        ("GET", Views, "/api/workshops/{w}/views/staff/now", null, "facilitator 200, 403"),
        ("GET", Views, "/api/workshops/{w}/views/staff/activity:{board}", null, "facilitator 200, 403"),
        ("GET", Views, "/api/workshops/{w}/views/person:{p}/now", null, "participant 200, 403"),
        ("GET", Views, "/api/workshops/{w}/views/person:{p}/activity:{board}", null, "participant 200, 403"),
        ("GET", "/api/workshops/{workshop}/plan.docx", "/api/workshops/{w}/plan.docx", null, "participant 200, left 200, facilitator 200, 403"),
        ("*", "/hub/{workshop}/negotiate", "/hub/{w}/negotiate?negotiateVersion=1&as=person", _ => new { }, "participant 200, left 200, 403"),
        ("*", "/hub/{workshop}/negotiate", "/hub/{w}/negotiate?negotiateVersion=1&as=staff", _ => new { }, "facilitator 200, 403"),
        ("*", "/hub/{workshop}/negotiate", "/hub/{w}/negotiate?negotiateVersion=1&as=screen", _ => new { }, "facilitator 200, 403"),
        // Without the id that negotiating gave there is no connection: 400 says that, to those who may ask at all.
        ("*", "/hub/{workshop}", "/hub/{w}?as=person", null, "participant 400, left 400, 403"),
        ("*", "/hub/{workshop}", "/hub/{w}?as=staff", null, "facilitator 400, 403"),
        ("*", "/hub/{workshop}", "/hub/{w}?as=screen", null, "facilitator 400, 403"),
        // The last line: it ends what the browser has open.
        ("POST", "/api/sign-out", "/api/sign-out", _ => new { }, "200"),
    ];

    const string Views = "/api/workshops/{workshop}/views/{audience}/{topic}";

    [Fact]
    public void Every_address_of_the_server_is_in_the_table_and_every_line_has_its_address()
    {
        var data = ServerProcess.NewFolder();
        try
        {
            using var app = Program.Build(new() { Data = data, Web = Directory.CreateDirectory(Path.Combine(data, "web")).FullName });
            var served = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(m => (m, e.RoutePattern.RawText!)));

            Assert.Equal(Served(Table.Select(line => (line.Method, line.Route))), Served(served));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }

        static IEnumerable<string> Served(IEnumerable<(string Method, string Route)> lines) =>
            lines.Select(l => $"{l.Method} {l.Route}").Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Everyone_gets_from_every_address_exactly_what_the_table_says()
    {
        await using var world = await World.Of(stage);
        var wrong = new List<string>();
        foreach (var (method, _, path, body, answers) in Table)
        {
            foreach (var who in Everyone)
            {
                var expected = Expected(answers, who);
                var request = new HttpRequestMessage(new(method != "*" ? method : body is null ? "GET" : "POST"), world.Fill(path));
                request.Content = body is null ? null : JsonContent.Create(body(world), options: Json.Wire);
                using var browser = world.As(who);
                var answer = await browser.Send(request);
                if (answer.Status != expected)
                {
                    wrong.Add($"{who}: {method} {path} gave {answer.Status}, expected {expected}");
                }

                Assert.DoesNotContain("Exception", answer.Body, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Where_nobody_has_a_part_it_makes_no_difference_whether_there_is_something()
    {
        await using var world = await World.Of(stage);
        foreach (var (_, _, path, _, _) in Table.Where(l => l.Body is null && l.Route.Contains("{workshop}", StringComparison.Ordinal)))
        {
            using var stranger = world.As("stranger");
            var there = await stranger.Get(world.Fill(path));
            var nowhere = await stranger.Get(world.Fill(path.Replace("{w}", Some.Id(), StringComparison.Ordinal)));
            Assert.Equal((there.Status, there.Body), (nowhere.Status, nowhere.Body));
        }
    }

    static int Expected(string answers, string who)
    {
        var lines = answers.Split(", ");
        var own = lines.FirstOrDefault(l => l.LastIndexOf(' ') is > 0 and var at && l[..at] == who) ?? lines[^1];
        return int.Parse(own[(own.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A workshop, and everyone who might ask for something of it.</summary>
    sealed class World : IAsyncDisposable
    {
        readonly Dictionary<string, Browser> _browsers = [];
        readonly List<IAsyncDisposable> _ends = [];
        string _workshop = "";
        string _person = "";
        string _board = "";

        public string Code { get; private set; } = "";

        public static async Task<World> Of(Stage stage)
        {
            var world = new World();
            var scene = await stage.Open();
            var elsewhere = await stage.Open();
            world._ends.AddRange([scene, elsewhere]);
            world._workshop = scene.Workshop.Value;
            world.Code = scene.Code;
            world._board = await scene.Board();
            var guest = await scene.Join();
            world._person = guest.Person.Value;
            var gone = await scene.Join("Bolat");
            await gone.Hub.Do(new LeaveWorkshop());

            world._browsers["nobody"] = new(stage.Server.Address);
            world._browsers["stranger"] = (await elsewhere.Join("Sara")).Browser;
            world._browsers["participant"] = guest.Browser;
            world._browsers["left"] = gone.Browser;
            world._browsers["facilitator"] = await SignedIn(stage, "dana");
            await AddAccount(stage, "erlan");
            world._browsers["other facilitator"] = await SignedIn(stage, "erlan");
            await world._browsers["other facilitator"].CreateWorkshop();

            // Somebody has copied the facilitator's cookie; then the facilitator signed out.
            var careless = await SignedIn(stage, "dana");
            var copy = careless.CookieHeader;
            await careless.Post("/api/sign-out", new { });
            careless.Dispose();
            world._browsers["signed out"] = Browser.WithCookies(stage.Server.Address, copy);
            return world;
        }

        /// <summary>A browser with their cookies; what it is given meanwhile is nobody else's.</summary>
        public Browser As(string who) => Browser.WithCookies(_browsers[who].Server, _browsers[who].CookieHeader);

        public string Fill(string path) => path
            .Replace("{w}", _workshop, StringComparison.Ordinal)
            .Replace("{p}", _person, StringComparison.Ordinal)
            .Replace("{board}", _board, StringComparison.Ordinal)
            .Replace("{code}", Code, StringComparison.Ordinal);

        public async ValueTask DisposeAsync()
        {
            foreach (var end in _ends)
            {
                await end.DisposeAsync();
            }

            foreach (var browser in _browsers.Values)
            {
                browser.Dispose();
            }
        }

        static async Task<Browser> SignedIn(Stage stage, string login)
        {
            var browser = new Browser(stage.Server.Address);
            await browser.SignIn(login);
            return browser;
        }

        /// <summary>There is no page yet that makes a second account, so it is written to the database.</summary>
        static async Task AddAccount(Stage stage, string login)
        {
            using var database = Database.Open(stage.Server.Data);
            var accounts = new Storage.Accounts(database);
            if (await accounts.FindByLogin(login.ToUpperInvariant(), TestContext.Current.CancellationToken) is null)
            {
                var dana = (await accounts.FindByLogin("DANA", TestContext.Current.CancellationToken))!;
                Assert.True(await accounts.Create(
                    new Account
                    {
                        Id = Some.Id(), Login = login, NormalizedLogin = login.ToUpperInvariant(), DisplayName = "Erlan", Language = "en",
                        PasswordHash = dana.PasswordHash, SecurityStamp = Some.Hex(16), CreatedAt = DateTimeOffset.UnixEpoch,
                    },
                    TestContext.Current.CancellationToken));
            }
        }
    }
}
