using System.Collections.Concurrent;
using Workshop.Server.Tests.Rig;

namespace Workshop.Browser.Tests.Stage;

/// <summary>The real server on an empty folder, and Chromium for as many people as a test needs, each with a browser profile of their own.</summary>
public sealed class House : IAsyncDisposable
{
    static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    readonly IPlaywright _playwright;
    readonly IBrowser _browser;

    readonly ConcurrentQueue<string> _violations = new();
    readonly string _data;

    House(string data, ServerProcess server, IPlaywright playwright, IBrowser browser) =>
        (_data, Server, _playwright, _browser) = (data, server, playwright, browser);

    /// <summary>What Chromium said of pages that went against their policy.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>The server.</summary>
    public ServerProcess Server { get; private set; }

    /// <summary>Opens it.</summary>
    public static async Task<House> Open()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        var data = ServerProcess.NewFolder();
        var server = await ServerProcess.Start(data, "--web", Repository.Folder("web/dist"));
        var playwright = await Playwright.CreateAsync();
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Switches });
        return new(data, server, playwright, browser);
    }

    /// <summary>Somebody with a device, at the first page.</summary>
    public async Task<IPage> Person(string locale, int width, int height)
    {
        var context = await _browser.NewContextAsync(new()
        {
            Locale = locale,
            ViewportSize = new() { Width = width, Height = height },
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        context.Console += (_, message) =>
        {
            if (IsViolation(message.Text))
            {
                _violations.Enqueue(message.Text);
            }
        };
        var page = await context.NewPageAsync();
        await page.GotoAsync(Server.Address.ToString());
        return page;
    }

    /// <summary>
    /// Whether Chromium says that a page went against its policy: ours are served under one that lets them run our scripts and talk to
    /// us alone, and none may ever need more.
    /// </summary>
    static bool IsViolation(string message) => new[] { "Content Security Policy", "Trusted", "Refused to" }.Any(words => message.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ends the server and starts it again on the same data, at another address.</summary>
    public async Task Restart()
    {
        await Server.DisposeAsync();
        Server = await ServerProcess.Start(_data, "--web", Repository.Folder("web/dist"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
