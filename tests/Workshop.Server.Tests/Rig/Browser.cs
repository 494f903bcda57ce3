using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workshop.Core.Agenda;
using Workshop.Core.Languages;
using Workshop.Core.Wire;

namespace Workshop.Server.Tests.Rig;

/// <summary>A browser: cookies, requests of a page, hub connections.</summary>
public sealed class Browser : IDisposable
{
    readonly CookieContainer _cookies = new();

    public Browser(Uri server)
    {
        Server = server;
        Http = new(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = server };
    }

    public Uri Server { get; }

    /// <summary>A browser that has these cookies, wherever they come from.</summary>
    public static Browser WithCookies(Uri server, string header)
    {
        var browser = new Browser(server);
        foreach (var cookie in header.Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            browser._cookies.Add(server, new Cookie(cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        }

        return browser;
    }

    public HttpClient Http { get; }

    public string CookieHeader => _cookies.GetCookieHeader(Server);

    public Task<Answer> Get(string path) => Send(new(HttpMethod.Get, path));

    public Task<Answer> Post(string path, object body) =>
        Send(new(HttpMethod.Post, path) { Content = JsonContent.Create(body, body.GetType(), options: Json.Wire) });

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new((int)response.StatusCode, body, response.Headers.ETag?.ToString());
        }
    }

    /// <summary>Creates the first account by the link, and is signed in.</summary>
    public async Task SetUp(string token, string login = "dana")
    {
        var answer = await Post("/api/setup", new { token, name = "Dana", login, password = Some.Password, language = "en" });
        Assert.Equal(200, answer.Status);
    }

    /// <summary>Signs in.</summary>
    public async Task SignIn(string login = "dana")
    {
        var answer = await Post("/api/sign-in", new { login, password = Some.Password });
        Assert.Equal(200, answer.Status);
    }

    /// <summary>Makes a workshop.</summary>
    public async Task<WorkshopId> CreateWorkshop()
    {
        var answer = await Post("/api/workshops", Some.Workshop(Some.Id()));
        Assert.Equal(200, answer.Status);
        return WorkshopId.Of(answer.Json["workshop"]!.GetValue<string>());
    }

    /// <summary>The code of a workshop.</summary>
    public async Task<string> CodeOf(WorkshopId workshop) => (await Get($"/api/workshops/{workshop}/door")).Json["code"]!.GetValue<string>();

    /// <summary>Joins by a code, in a group.</summary>
    public async Task<PersonId> Join(string code, string name = "Aigerim", string group = "customs")
    {
        var answer = await Post("/api/join", Some.Joining(code, name, group));
        Assert.Equal(200, answer.Status);
        return PersonId.Of(answer.Json["person"]!.GetValue<string>());
    }

    /// <summary>Opens a hub connection.</summary>
    public Task<HubClient> Connect(WorkshopId workshop, string @as) => HubClient.Connect(this, workshop, @as);

    /// <summary>A view, whole.</summary>
    public Task<Answer> View(WorkshopId workshop, string view, long at = 0) => Get($"/api/workshops/{workshop}/views/{view}?at={at}");

    public void Dispose() => Http.Dispose();
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string Body, string? ETag)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Code => Body.Length > 0 ? Json["code"]?.GetValue<string>() : null;
}
