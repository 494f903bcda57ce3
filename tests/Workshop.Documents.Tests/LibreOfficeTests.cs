using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Workshop.Core.Plan;

namespace Workshop.Documents.Tests;

/// <summary>Another program than ours, and than Microsoft's, opens the file and shows what is in it.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plan-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task LibreOffice_shows_the_plan_in_every_language()
    {
        RequireProgram("soffice");
        RequireProgram("pdftotext");
        var workshop = RecordedWorkshop.AtItsEnd;
        foreach (var language in Languages.All)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(_folder.FullName, $"{language}.docx"), WordReader.PlanOf(workshop, language).Bytes, TestContext.Current.CancellationToken);
        }

        await Run("soffice",
            [$"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName,
                .. Languages.All.Select(l => Path.Combine(_folder.FullName, $"{l}.docx"))]);

        foreach (var language in Languages.All)
        {
            var shown = await Run("pdftotext", ["-layout", Path.Combine(_folder.FullName, $"{language}.pdf"), "-"]);
            Assert.All(workshop.State.Plan.Numbered().Where(l => l.Line.Kind == PlanLineKind.Action), line =>
                Assert.Contains(line.Number, shown, StringComparison.Ordinal));
            Assert.Contains("ЭЦП!", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Error: Reference source not found", shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task LibreOffice_shows_what_people_wrote_and_fetches_nothing_for_it()
    {
        RequireProgram("soffice");
        RequireProgram("pdftotext");
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}/x.png";
        string[] hostile =
        [
            $"INCLUDEPICTURE \"{address}\" \\d", $"{{ HYPERLINK \"{address}\" }}", $"![]({address})", $"<img src={address}>",
            $"</w:t></w:r><w:hyperlink r:id=\"x\"/>{address}", $"=WEBSERVICE(\"{address}\")", $"DDEAUTO {address}",
        ];
        for (var i = 0; i < hostile.Length; i++)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(_folder.FullName, $"{i}.docx"), WordReader.PlanOf(InertTextTests.WorkshopOf(hostile[i]), "en").Bytes, TestContext.Current.CancellationToken);
        }

        await Run("soffice",
            [$"-env:UserInstallation=file://{_folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName,
                .. Enumerable.Range(0, hostile.Length).Select(i => Path.Combine(_folder.FullName, $"{i}.docx"))]);

        for (var i = 0; i < hostile.Length; i++)
        {
            var shown = await Run("pdftotext", ["-raw", Path.Combine(_folder.FullName, $"{i}.pdf"), "-"]);
            Assert.Contains(Letters(hostile[i]), Letters(shown), StringComparison.Ordinal);
        }

        Assert.False(elsewhere.Pending(), "Something was fetched.");
    }

    /// <summary>Without what a line break may take away or add, and with plain quotes.</summary>
    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    static void RequireProgram(string name)
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name)));
        Assert.True(found || Environment.GetEnvironmentVariable("CI") != "true", $"{name} must be installed where CI=true.");
        Assert.SkipUnless(found, $"{name} is not installed.");
    }

    static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return await output;
    }
}
