using System.Diagnostics;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Workshop.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Workshop.Browser.Tests;

/// <summary>One short workshop, held by a facilitator at a laptop and partners at phones in three languages.</summary>
public sealed class WholeWorkshopTests
{
    [Fact]
    public async Task From_the_code_to_the_Word_file_with_a_reload_and_a_lost_network_in_between()
    {
        await using var house = await House.Open();
        var facilitator = await Facilitator.WithWorkshop(house);
        await facilitator.OpenShortWorkshop();
        var screen = await facilitator.Page.Context.NewPageAsync();
        await screen.SetViewportSizeAsync(1920, 1080);
        await screen.GotoAsync($"{house.Server.Address}w/{facilitator.Workshop}/screen");
        await Expect(screen.GetByText(InThrees(facilitator.Code))).ToBeVisibleAsync();
        await Wall.Fits(screen);
        await Wall.IsLarge(screen);

        var oleg = await Phone.Join(house, new("ru"), InThrees(facilitator.Code), "Олег Пак", "Таможня");
        var salma = await Phone.Join(house, new("ar"), InArabicDigits(facilitator.Code), "سلمى الحداد", "Customs");
        var ann = await Phone.Join(house, new("en"), facilitator.Code, "Ann Lee", "Business", width: 320);
        await Expect(salma.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Accessibility.Check(oleg.Page);

        await Brainstorm(facilitator, screen, oleg, salma, ann);
        await GroupCards(facilitator, screen);
        await Vote(facilitator, screen, oleg, salma, ann);
        await DraftPlan(facilitator);
        await Expect(screen.Locator(".wall-list li")).ToHaveCountAsync(1);
        await Wall.Fits(screen);
        await CheckWordFile(await Download(facilitator.Page));

        await facilitator.GoTo("run");
        await facilitator.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await facilitator.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Close the workshop" }).ClickAsync();
        await facilitator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close the workshop" }).ClickAsync();
        await Expect(screen.GetByText("The workshop is closed")).ToBeVisibleAsync();
    }

    static async Task Brainstorm(Facilitator facilitator, IPage screen, Phone oleg, Phone salma, Phone ann)
    {
        await facilitator.Press("Start");
        await Accessibility.Check(facilitator.Page);
        await oleg.Write("Электронная очередь на границе\nи расписание");
        await ann.Write("Advance rulings in 30 days");
        await Expect(facilitator.Page.GetByText("Advance rulings in 30 days")).ToBeVisibleAsync();
        await Expect(screen.Locator(".wall-count b")).ToHaveTextAsync("2");
        await Wall.Fits(screen);

        await oleg.Page.ReloadAsync();
        await Expect(oleg.Page.GetByText("и расписание")).ToBeVisibleAsync();
        await Expect(oleg.Page.Locator("main").GetByText(new Catalogue("ru")["st.saved"], new() { Exact = true })).ToBeVisibleAsync();

        var words = new Catalogue("ar");
        await salma.Page.Context.SetOfflineAsync(true);
        await salma.Write("نافذة واحدة للتجارة");
        await salma.Write("تدريب المفتشين ٤٨٢");
        await Expect(salma.Page.Locator("main").GetByText(words["st.device"], new() { Exact = true })).ToHaveCountAsync(2);
        await salma.Page.CloseAsync();
        var again = await salma.Page.Context.NewPageAsync();
        await salma.Page.Context.SetOfflineAsync(false);
        await again.GotoAsync(salma.Page.Url);
        await Expect(again.Locator("main").GetByText(words["st.saved"], new() { Exact = true })).ToHaveCountAsync(2);
        var numbers = await again.GetByText(new Regex("^C00[34]$")).AllInnerTextsAsync();
        Assert.Equal(["C003", "C004"], numbers.Order());
        Assert.Equal("C003", await NumberOf(again, "نافذة واحدة للتجارة"));
        await Expect(screen.Locator(".wall-count b")).ToHaveTextAsync("4");
        await Accessibility.Check(again);
        await again.CloseAsync();
        await facilitator.Press("Stop taking cards");
        await facilitator.Press("Next step", "Grouping the ideas");
    }

    static Task<string> NumberOf(IPage page, string text) =>
        page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = text }).GetByText(new Regex("^C[0-9]{3}$")).InnerTextAsync();

    static async Task GroupCards(Facilitator facilitator, IPage screen)
    {
        await facilitator.Press("Start");
        await facilitator.GoTo("run/clusters");
        await facilitator.Group("Faster border", "C001", "C002");
        await facilitator.Group("Single window for every paper that the services at the border ask of a trader, shown once and decided in one place", "C003");
        await facilitator.Group("Trained staff", "C004");
        await Expect(screen.Locator(".wall-list li")).ToHaveCountAsync(3);
        await Wall.Fits(screen);
        await Accessibility.Check(facilitator.Page);
        await facilitator.GoTo("run");
        await facilitator.Press("Finish grouping");
        await facilitator.Press("Next step", "Voting on priorities");
    }

    static async Task Vote(Facilitator facilitator, IPage screen, Phone oleg, Phone salma, Phone ann)
    {
        var page = facilitator.Page;
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open the vote…") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(3);
        await Accessibility.Check(page);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("^Open the vote 3 people") }).ClickAsync();

        var back = new Phone(await salma.Page.Context.NewPageAsync(), new("ar"));
        await back.Page.GotoAsync(salma.Page.Url);
        await oleg.Vote(("Faster border", 3), ("Single window", 1));
        await Accessibility.Check(oleg.Page);
        await back.Vote(("Single window", 2));
        await ann.Vote(("Faster border", 1));
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Change my vote" }).ClickAsync();
        await ann.Vote(("Trained staff", 1), ("Faster border", 2));
        await Expect(page.GetByText("3 of 3 have voted")).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex("[0-9]+ dots?$"))).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Close the vote…") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close the vote and count" }).ClickAsync();
        await Expect(screen.Locator(".wall-result strong")).ToHaveTextAsync(["5", "3", "1"]);
        await Wall.Fits(screen);
        await Expect(ann.Page.GetByText("Found in the list: your vote is counted")).ToBeVisibleAsync();
        await Accessibility.Check(ann.Page);

        await facilitator.GoTo("run/results");
        await Accessibility.Check(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Adopt 3 priorities") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("^Adopt") }).ClickAsync();
        await Expect(page.GetByText("Adopted", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    static async Task DraftPlan(Facilitator facilitator)
    {
        var page = facilitator.Page;
        await facilitator.GoTo("run");
        await facilitator.Press("Next step", "Drafting the plan");
        await facilitator.GoTo("plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it an objective" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 Faster border" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it an action: C002" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add the action" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "1.1", Exact = true })).ToBeVisibleAsync();
        await Accessibility.Check(page);
    }

    static async Task<string> Download(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Download for Word") }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "Русский" }).ClickAsync());
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.docx");
        await download.SaveAsAsync(file);
        return file;
    }

    static async Task CheckWordFile(string file)
    {
        using (var document = WordprocessingDocument.Open(file, isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(e => e.Description));
            var text = document.MainDocumentPart!.Document!.Body!.InnerText;
            Assert.Contains("Faster border", text, StringComparison.Ordinal);
            Assert.Contains("Advance rulings in 30 days", text, StringComparison.Ordinal);
            Assert.Contains("и расписание", text, StringComparison.Ordinal);
        }

        var profile = Directory.CreateTempSubdirectory("libreoffice-");
        using var office = Process.Start(new ProcessStartInfo("soffice",
        [
            $"-env:UserInstallation=file://{profile.FullName}", "--headless", "--convert-to", "pdf", "--outdir", profile.FullName, file,
        ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(profile.FullName, Path.ChangeExtension(Path.GetFileName(file), "pdf"))), "LibreOffice does not read the file.");
        profile.Delete(recursive: true);
        File.Delete(file);
    }

    static string InThrees(string code) => $"{code[..3]} {code[3..6]} {code[6..]}";

    static string InArabicDigits(string code) => string.Concat(code.Select(digit => (char)(digit - '0' + '٠')));
}
