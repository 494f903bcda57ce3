using System.Text.RegularExpressions;
using Workshop.Server.Tests.Rig;
using static Microsoft.Playwright.Assertions;

namespace Workshop.Browser.Tests.Stage;

/// <summary>A facilitator at a laptop, in English: what they do, by the names that they read.</summary>
public sealed class Facilitator(IPage page, House house)
{
    /// <summary>Their page.</summary>
    public IPage Page => page;

    /// <summary>The workshop's id, once it is made.</summary>
    public string Workshop { get; private set; } = "";

    /// <summary>The code that people join with.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Creates the first account by the link that the server printed, and a workshop in English, Russian and Arabic with two groups.</summary>
    public static async Task<Facilitator> WithWorkshop(
        House house, string name = "Aizhan Sadykova", string title = "Customs 2030", string firstGroup = "Customs", string secondGroup = "Business")
    {
        var page = await house.Person("en", 1440, 900);
        var facilitator = new Facilitator(page, house);
        await page.GotoAsync($"{house.Server.Address}setup#{house.Server.SetupToken}");
        await Accessibility.Check(page);
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("Login").FillAsync("aizhan");
        await page.GetByLabel("Password").FillAsync("a long pass phrase");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New workshop" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Русский" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "العربية" }).CheckAsync();
        await facilitator.Fill("What is the workshop called?", title, "Таможня – 2030");
        await facilitator.Fill("Group 1", firstGroup, "Таможня");
        await facilitator.Fill("Group 2", secondGroup, "Бизнес");
        await Accessibility.Check(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the workshop" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/w/[^/]+"));
        facilitator.Workshop = new Uri(page.Url).Segments[2].TrimEnd('/');
        return facilitator;
    }

    /// <summary>Puts the four steps of a short workshop on the agenda and opens the workshop.</summary>
    public async Task OpenShortWorkshop()
    {
        await GoTo("agenda");
        await page.GetByRole(AriaRole.Button, new() { Name = "Brainstorm, grouping, vote, plan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Drafting the plan", Exact = true })).ToBeVisibleAsync();
        await Accessibility.Check(page);
        await GoTo("run");
        await Press("Open the workshop");
        var code = page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"code \d{3} \d{3} \d{3}") });
        Code = Regex.Replace(await code.InnerTextAsync(), @"\D", "");
        await Accessibility.Check(page);
    }

    /// <summary>Goes to one of the workshop's pages.</summary>
    public async Task GoTo(string rest)
    {
        await page.GotoAsync($"{house.Server.Address}w/{Workshop}/{rest}");
        await Expect(page.GetByText("Connected").First).ToBeVisibleAsync();
    }

    /// <summary>Presses a button of the deck, and again until it is gone: a button that has just appeared takes no press yet.</summary>
    public async Task Press(string words, string step = "")
    {
        var button = page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(words)}.*{Regex.Escape(step)}") }).First;
        await Expect(button).ToBeVisibleAsync();
        await Wait.Until(async () =>
        {
            try
            {
                await button.ClickAsync(new() { Timeout = 2_000 });
                await button.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 400 });
                return true;
            }
            catch (TimeoutException)
            {
                return await button.CountAsync() == 0;
            }
        }, $"pressing {words}");
        await Expect(page.GetByText("All saved", new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Makes a group of cards on the sorting page.</summary>
    public async Task Group(string name, params string[] cards)
    {
        foreach (var card in cards)
        {
            await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new(Regex.Escape(card)) }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^New group from") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox, new() { Name = "English" }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the group" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    async Task Fill(string group, string english, string russian)
    {
        var fields = page.GetByRole(AriaRole.Group, new() { Name = group });
        await fields.GetByLabel("In English").FillAsync(english);
        await fields.GetByLabel("In Русский").FillAsync(russian);
    }
}
