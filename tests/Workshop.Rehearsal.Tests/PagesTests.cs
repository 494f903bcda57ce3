using System.Text.RegularExpressions;
using Workshop.Core.Wire;

namespace Workshop.Rehearsal.Tests;

public sealed partial class PagesTests
{
    /// <summary>Sent by the server for a form: the new workshop, the door.</summary>
    static readonly string[] s_sentByForms = ["createWorkshop", "joinWorkshop"];

    [Fact]
    public void Every_command_is_sent_by_a_page()
    {
        var sent = PageSources().SelectMany(file => Commands().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).ToHashSet();

        Assert.Equal("", string.Join(' ', Names.Commands.Select(c => c.Name).Except(s_sentByForms).Except(sent)));
    }

    static IEnumerable<string> PageSources() => Directory
        .EnumerateFiles(Path.Combine(Folders.Root, "web", "src"), "*.ts*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".g.ts", StringComparison.Ordinal) && !file.Contains(".test.", StringComparison.Ordinal));

    /// <summary>A command is sent as <c>{ type: 'addCard', … }</c>.</summary>
    [GeneratedRegex("""type:\s*(?:\w+\s*\?\s*)?['"]([a-zA-Z]+)['"]""")]
    private static partial Regex Commands();
}
