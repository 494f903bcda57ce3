using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Workshop.Browser.Tests.Stage;

/// <summary>A participant at a phone.</summary>
public sealed class Phone(IPage page, Catalogue words)
{
    /// <summary>Their page.</summary>
    public IPage Page => page;

    /// <summary>Joins by the code, typed as it is given.</summary>
    public static async Task<Phone> Join(House house, Catalogue words, string code, string name, string group, int width = 360)
    {
        var page = await house.Person(words.Locale, width, 740);
        await page.GetByRole(AriaRole.Textbox).FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"/\d{9}$"));
        await page.GetByRole(AriaRole.Textbox).FillAsync(name);
        await page.GetByRole(AriaRole.Radio, new() { Name = group }).CheckAsync();
        await Accessibility.Check(page);
        await page.GetByRole(AriaRole.Button, new() { Name = words["join.go"], Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/w/"));
        return new(page, words);
    }

    /// <summary>Writes a card and sends it.</summary>
    public async Task Write(string text)
    {
        await page.GetByRole(AriaRole.Textbox).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = words["card.send"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("");
    }

    /// <summary>Gives dots and casts the ballot.</summary>
    public async Task Vote(params (string Topic, int Dots)[] dots)
    {
        foreach (var (topic, count) in dots)
        {
            var more = page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(words.Before("vote.more"))}.*{Regex.Escape(topic)}") });
            for (var i = 0; i < count; i++)
            {
                await more.ClickAsync();
            }
        }

        await page.GetByRole(AriaRole.Button, new() { Name = words["vote.review"] }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("^" + Regex.Escape(words["vote.cast"])) }).ClickAsync();
        await Expect(page.GetByText(new Regex("^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$"))).ToBeVisibleAsync();
    }
}
