using System.Text.RegularExpressions;
using Workshop.Core.Wire;

namespace Workshop.Rehearsal.Tests;

public sealed class PagesTests
{
    /// <summary>Sent by the server for a form: the new workshop, the door.</summary>
    static readonly string[] s_sentByForms = ["createWorkshop", "joinWorkshop"];

    [Fact]
    public void Every_command_is_sent_by_a_page()
    {
        var sources = string.Concat(Directory
            .EnumerateFiles(Path.Combine(Folders.Root, "web", "src"), "*.ts*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".g.ts", StringComparison.Ordinal) && !file.Contains(".test.", StringComparison.Ordinal))
            .Select(File.ReadAllText));

        Assert.Equal("", string.Join(' ', Names.Commands.Select(c => c.Name).Except(s_sentByForms).Where(name => !IsSent(name, sources))));
    }

    /// <summary>A command that is sent is named by a literal; one that is only looked at stands behind <c>case</c> or a comparison.</summary>
    static bool IsSent(string command, string sources) => Regex.IsMatch(sources, $"(?<!case )(?<!== )['\"]{command}['\"]");
}
