using System.Text.RegularExpressions;
using Workshop.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Workshop.Browser.Tests;

/// <summary>A new password: by who knows the present one, and by the operator's link.</summary>
public sealed class PasswordTests
{
    [Fact]
    public async Task Who_runs_workshops_changes_the_password_and_the_operators_link_sets_another()
    {
        await using var house = await House.Open();
        var page = (await Facilitator.WithWorkshop(house)).Page;
        await page.GotoAsync($"{house.Server.Address}workshops");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change password" }).ClickAsync();
        await Accessibility.Check(page);

        await Choose(page, "nine green tables", "Change the password", "not the one it is");
        await Expect(page.Locator("main").GetByText("The present password is not right. Check it, then try again.")).ToBeVisibleAsync();
        await Choose(page, "aizhan sadykova", "Change the password", "a long pass phrase");
        await Expect(page.Locator("main").GetByText(new Regex("among those that are guessed first"))).ToBeVisibleAsync();
        await Choose(page, "nine green tables", "Change the password", "a long pass phrase");
        await Expect(page.Locator("main").GetByText(new Regex("^The new password is set"))).ToBeVisibleAsync();
        await Accessibility.Check(page);

        var (_, said) = await ServerProcess.Run("reset-password", "aizhan", "--data", house.Server.Data);
        var phone = await house.Person("en", 320, 640);
        await phone.GotoAsync($"{house.Server.Address}reset{said[said.IndexOf('#', StringComparison.Ordinal)..].Trim()}");
        await Accessibility.Check(phone);
        await Choose(phone, "seven blue chairs", "Set the password and sign in");
        await Expect(phone.Locator("main").GetByText(new Regex("^The new password is set"))).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Workshops" }).First.ClickAsync();
        await Expect(phone.GetByText("Customs 2030")).ToBeVisibleAsync();
        await page.GotoAsync($"{house.Server.Address}workshops");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in"));
    }

    static async Task Choose(IPage page, string password, string go, string? present = null)
    {
        if (present is not null)
        {
            await page.GetByLabel("Present password").FillAsync(present);
        }

        await page.GetByLabel("New password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = go }).ClickAsync();
    }
}
