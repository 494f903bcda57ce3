using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Workshop.Browser.Tests.Stage;

/// <summary>What axe finds on a page: contrast, names, roles, languages, structure.</summary>
public static class Accessibility
{
    static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Fails with each finding, where it is and what is wrong.</summary>
    public static async Task Check(IPage page)
    {
        var result = await page.RunAxe(Rules);
        var found = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url}: {v.Id}: {v.Help}: {n.Html}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
