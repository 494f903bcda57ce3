using Workshop.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Workshop.Browser.Tests;

/// <summary>Whatever people write is shown as they wrote it: it runs nothing, fetches nothing, leads nowhere.</summary>
public sealed class InertTextTests
{
    const string Script = "<script>window.owned=1</script>";
    const string Image = "<img src=x onerror=window.owned=1>";

    static readonly string[] Hostile =
    [
        Script,
        Image,
        "\"'><svg/onload=window.owned=1>",
        "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
        "<a href=\"javascript:window.owned=1\">here</a> [here](javascript:window.owned=1) javascript:window.owned=1",
        "<form id=location name=cookie><input name=body id=__proto__></form>",
        "<style>@import 'https://evil.example/x.css'</style><link rel=stylesheet href=https://evil.example/y.css>",
        "![](https://evil.example/z.png) https://evil.example/ {{constructor.constructor('window.owned=1')()}} ${window.owned=1}",
        "{count, plural, one {#} other {<b>#</b>}} &lt;b&gt; </textarea></title>",
        "a\u202etxet\u202c b\u2066c",
    ];

    [Fact]
    public async Task It_is_text_on_the_pages_of_writers_the_facilitator_and_the_sorting_desk()
    {
        await using var house = await House.Open();
        var facilitator = await Facilitator.WithWorkshop(house, "<img src=x onerror=owned=1>", $"T {Script}", $"G {Image}", $"H {Script}");
        await facilitator.OpenShortWorkshop();
        var phone = await Phone.Join(house, new("en"), facilitator.Code, "Ann <i>Lee</i>", $"G {Image}");
        await facilitator.Press("Start");
        foreach (var text in Hostile)
        {
            await phone.Write(text);
        }

        foreach (var page in new[] { phone.Page, facilitator.Page })
        {
            foreach (var text in Hostile)
            {
                await Expect(page.GetByText(text).First).ToBeVisibleAsync();
            }

            await IsInert(page);
        }

        await facilitator.Press("Stop taking cards");
        await facilitator.Press("Next step", "Grouping the ideas");
        await facilitator.Press("Start");
        await facilitator.GoTo("run/clusters");
        await facilitator.Group($"C {Image}", "C001", "C002");
        await facilitator.Group($"D {Script}", "C003");
        await IsInert(facilitator.Page);
        await facilitator.GoTo("run");
        await facilitator.Press("Finish grouping");
        await facilitator.Press("Next step", "Voting on priorities");
        Assert.Empty(house.Violations);
    }

    [Fact]
    public async Task A_page_that_was_tampered_with_still_runs_nothing_and_talks_to_nobody_else()
    {
        await using var house = await House.Open();
        var page = await house.Person("en", 800, 600);

        // As a hole in our own code would do it; the policy is the second wall.
        var refused = await page.EvaluateAsync<string[]>("""
            async () => {
                const refused = [];
                try { document.body.innerHTML = '<img src=x onerror="window.owned=1">'; } catch { refused.push('html'); }
                try { await fetch('https://evil.example/'); } catch { refused.push('fetch'); }
                const script = document.createElement('script');
                try { script.text = 'window.owned=1'; document.body.append(script); } catch { refused.push('script'); }
                const frame = document.createElement('iframe');
                frame.src = 'https://evil.example/';
                document.body.append(frame);
                return refused;
            }
            """);

        // A script that can be written is still not run.
        Assert.Contains("html", refused);
        Assert.Contains("fetch", refused);
        Assert.NotEmpty(house.Violations);
        Assert.Null(await page.EvaluateAsync<object?>("() => window.owned ?? null"));
    }

    static async Task IsInert(IPage page)
    {
        Assert.Null(await page.EvaluateAsync<object?>("() => window.owned ?? null"));
        Assert.Equal(0, await page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('img, iframe, script:not([src]), a, form, link, style')].filter((e) =>
                /evil|javascript:|owned/.test(e.outerHTML) && !e.matches('a:not([href*="evil"], [href^="javascript"])')).length
            """));
        Assert.Equal("function", await page.EvaluateAsync<string>("() => typeof document.querySelector"));
    }
}
