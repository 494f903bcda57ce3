using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Serialization;

namespace Workshop.Rehearsal.Client;

/// <summary>One person's HTTP session with the server: a cookie jar of its own, as a browser has.</summary>
public sealed class Browser : IDisposable
{
    readonly CookieContainer _cookies = new();
    readonly HttpClient _http;

    /// <summary>How messages are spelt.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The server.</summary>
    public Uri Server { get; }

    public Browser(Uri server)
    {
        Server = server;
        _http = new(new SocketsHttpHandler { CookieContainer = _cookies, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = server,
        };
        _http.DefaultRequestHeaders.Add("Origin", server.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Asks for JSON.</summary>
    public async Task<T> Get<T>(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await Read<T>(response, $"GET {path}");
    }

    /// <summary>Asks for a file.</summary>
    public async Task<byte[]> GetFile(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync()
            : throw await Refused(response, $"GET {path}");
    }

    /// <summary>Sends JSON and reads the answer.</summary>
    public async Task<T> Post<T>(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, Json);
        return await Read<T>(response, $"POST {path}");
    }

    /// <summary>Sends JSON; there is nothing to read.</summary>
    public async Task Post(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, Json);
        if (!response.IsSuccessStatusCode)
        {
            throw await Refused(response, $"POST {path}");
        }
    }

    /// <summary>A view as it is at <paramref name="at"/> or later.</summary>
    public Task<Snapshot> GetView(string workshop, string view, long at) =>
        Get<Snapshot>(string.Create(CultureInfo.InvariantCulture, $"api/workshops/{workshop}/views/{view}?at={at}"));

    /// <summary>Opens a socket with this session's cookies.</summary>
    public async Task<ClientWebSocket> OpenSocket(Uri address, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = _cookies;
        socket.Options.SetRequestHeader("Origin", Server.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(address, cancellation);
        return socket;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    static async Task<T> Read<T>(HttpResponseMessage response, string request)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw await Refused(response, request);
        }

        return await response.Content.ReadFromJsonAsync<T>(Json)
            ?? throw new RehearsalException($"{request} was answered with nothing.");
    }

    static async Task<RehearsalException> Refused(HttpResponseMessage response, string request)
    {
        var answer = await response.Content.ReadAsStringAsync();
        return new($"{request} was answered with {(int)response.StatusCode} {answer}");
    }
}
