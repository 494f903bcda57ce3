using System.Text.RegularExpressions;
using Workshop.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Workshop.Browser.Tests;

/// <summary>The same browser is the same person; what hands can't reach, keys can.</summary>
public sealed class ComingBackTests
{
    [Fact]
    public async Task After_the_server_was_restarted_the_same_browser_is_the_same_person()
    {
        await using var house = await House.Open();
        var facilitator = await Facilitator.WithWorkshop(house);
        await facilitator.OpenShortWorkshop();
        var oleg = await Phone.Join(house, new("ru"), facilitator.Code, "Олег Пак", "Таможня");
        await Expect(oleg.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Олег Пак$") })).ToBeVisibleAsync();

        await house.Restart();

        await oleg.Page.GotoAsync($"{house.Server.Address}w/{facilitator.Workshop}");
        await Expect(oleg.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Олег Пак$") })).ToBeVisibleAsync();
        await facilitator.GoTo("run");
        await facilitator.Press("Start");
        await oleg.Write("Одна карточка");
        await Expect(facilitator.Page.GetByText("Одна карточка")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_code_keeps_its_digits_and_says_what_to_do_and_a_taken_name_becomes_a_second_one()
    {
        await using var house = await House.Open();
        var facilitator = await Facilitator.WithWorkshop(house);
        await facilitator.OpenShortWorkshop();
        var page = await house.Person("en", 320, 640);
        var field = page.GetByRole(AriaRole.Textbox);
        await field.FillAsync("111-111-111");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main").GetByText("No workshop has this code. Check the digits on the screen.")).ToBeVisibleAsync();
        Assert.Equal("111111111", Regex.Replace(await field.InputValueAsync(), @"\D", ""));
        await Accessibility.Check(page);

        _ = await Phone.Join(house, new("en"), facilitator.Code, "Ann Lee", "Business");
        var second = await Phone.Join(house, new("en"), facilitator.Code, "ann lee", "Business");
        await Expect(second.Page.GetByText("ann lee (2)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_keys_alone_a_person_joins_writes_a_card_and_takes_it_back()
    {
        await using var house = await House.Open();
        var facilitator = await Facilitator.WithWorkshop(house);
        await facilitator.OpenShortWorkshop();
        var page = await house.Person("en", 1280, 800);
        await TabTo(page, "Enter the code on the screen");
        await page.Keyboard.TypeAsync(facilitator.Code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"/\d{9}$"));
        await TabTo(page, "Your name");
        await page.Keyboard.TypeAsync("Keys Only");
        await TabTo(page, "Customs");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/w/"));
        await facilitator.Press("Start");

        await TabTo(page, "Write one idea");
        await page.Keyboard.TypeAsync("Written without a mouse");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(facilitator.Page.GetByText("Written without a mouse")).ToBeVisibleAsync();
        await TabTo(page, "Withdraw");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "Withdraw the card");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Withdrawn: 1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_language_can_be_changed_at_any_time_and_the_page_turns_with_it()
    {
        await using var house = await House.Open();
        var facilitator = await Facilitator.WithWorkshop(house);
        await facilitator.OpenShortWorkshop();
        var ann = await Phone.Join(house, new("en"), facilitator.Code, "Ann Lee", "Business");
        foreach (var (own, code, direction) in new[] { ("العربية", "ar", "rtl"), ("Қазақша", "kk", "ltr"), ("Français", "fr", "ltr"), ("Español", "es", "ltr"), ("Русский", "ru", "ltr") })
        {
            await ann.Page.Locator("header button[aria-haspopup=menu]").Last.ClickAsync();
            await ann.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = own }).ClickAsync();
            await Expect(ann.Page.Locator("html")).ToHaveAttributeAsync("lang", code);
            await Expect(ann.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
            await Expect(ann.Page.GetByText(new Catalogue(code)["wait.next"])).ToBeVisibleAsync();
            Assert.True(await ann.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{code}: the page scrolls sideways");
        }
    }

    [Fact]
    public async Task A_page_that_is_opened_as_a_sheet_closes_is_the_page_that_comes_and_back_does_not_return_to_the_sheet()
    {
        await using var house = await House.Open();
        var facilitator = await Facilitator.WithWorkshop(house);
        var page = facilitator.Page;
        await facilitator.GoTo("agenda");
        await facilitator.GoTo("run");
        await OpenDoor(page);
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync($"{house.Server.Address}workshops");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Workshops" })).ToBeVisibleAsync();

        await page.GoBackAsync();
        await OpenDoor(page);
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.EndsWith("/run", page.Url, StringComparison.Ordinal);
        await OpenDoor(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/agenda$"));
    }

    static async Task OpenDoor(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"code \d{3} \d{3} \d{3}") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the thing with this name has the focus.</summary>
    static async Task TabTo(IPage page, string name)
    {
        for (var i = 0; i < 60; i++)
        {
            var focused = await page.EvaluateAsync<string>(
                "() => { const e = document.activeElement; return e?.getAttribute('aria-label') || e?.labels?.[0]?.innerText || e?.innerText || ''; }");
            if (focused.Trim().StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never comes to {name}");
    }
}
