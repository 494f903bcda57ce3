using System.IO.Compression;
using System.Text;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>How the built browser client is served.</summary>
public sealed class PagesTests(PagesTests.BuiltClient client) : IClassFixture<PagesTests.BuiltClient>
{

    [Theory]
    [InlineData("/")]
    [InlineData("/482615370")]
    [InlineData("/setup")]
    [InlineData("/w/019a/console")]
    public async Task Every_address_of_a_page_is_the_page(string path)
    {
        using var response = await Get(path);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.Contains("<title>Workshop</title>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_named_by_their_hash_are_kept_for_ever_and_come_compressed_to_who_takes_it()
    {
        using var plain = await Get("/assets/app-1a2b.js");
        using var compressed = await Get("/assets/app-1a2b.js", "gzip, deflate, br");

        Assert.All([plain, compressed], r =>
        {
            Assert.Equal("text/javascript", r.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", r.Headers.CacheControl!.ToString());
            Assert.Equal("Accept-Encoding", r.Headers.Vary.ToString());
        });
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
        await using var unpacked = new BrotliStream(await compressed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal("export {}", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/assets/gone-3c4d.js")]
    [InlineData("/api/no-such-thing")]
    [InlineData("/hub/")]
    public async Task What_is_not_there_is_no_page(string path)
    {
        using var response = await Get(path);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Pages_run_our_scripts_talk_to_us_and_are_framed_by_nobody()
    {
        using var page = await Get("/");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Contains($"connect-src 'self' ws://localhost:{client.Server.Address.Port}", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task What_a_request_says_of_its_host_is_not_believed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var page = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("evil", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> Get(string path, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A server with something that looks like the built client.</summary>
    public sealed class BuiltClient : IAsyncLifetime
    {
        readonly string _web = ServerProcess.NewFolder();

        public ServerProcess Server { get; private set; } = null!;

        public HttpClient Http { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Directory.CreateDirectory(Path.Combine(_web, "assets"));
            await File.WriteAllTextAsync(Path.Combine(_web, "index.html"), "<!doctype html><title>Workshop</title>");
            await File.WriteAllTextAsync(Path.Combine(_web, "assets", "app-1a2b.js"), "export {}");
            await using (var file = File.Create(Path.Combine(_web, "assets", "app-1a2b.js.br")))
            await using (var brotli = new BrotliStream(file, CompressionLevel.SmallestSize))
            {
                brotli.Write("export {}"u8);
            }

            Server = await ServerProcess.Start(null, "--web", _web);
            Http = new() { BaseAddress = Server.Address };
        }

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await Server.DisposeAsync();
            Directory.Delete(_web, recursive: true);
        }
    }
}
