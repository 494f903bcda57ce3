using System.Text.RegularExpressions;
using Workshop.Core.Wire;

namespace Workshop.Rehearsal.Tests;

/// <summary>PROTOCOL.md leaves nothing out.</summary>
public sealed partial class ProtocolTests
{
    static readonly string s_protocol = File.ReadAllText(Path.Combine(Folders.Root, "server", "PROTOCOL.md"));

    [Fact]
    public void It_names_every_command_with_its_members() => AssertNamed(Names.Commands
        .SelectMany(c => c.Name is "createWorkshop" or "joinWorkshop" ? [c.Name] : MembersOf(c.Type).Prepend(c.Name)));

    [Fact]
    public void It_names_every_record_with_its_members() => AssertNamed(Names.Records.SelectMany(r => MembersOf(r.Type).Prepend(r.Name)));

    [Fact]
    public void It_names_every_refusal_that_the_server_can_answer_with()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Folders.Root, "server"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Codes().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .ToHashSet();

        Assert.Contains("voting.over-budget", codes);
        AssertNamed(codes);
    }

    [Fact]
    public void It_names_no_refusal_that_does_not_exist()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Folders.Root, "server"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var refusals = s_protocol[s_protocol.IndexOf("## Refusals", StringComparison.Ordinal)..s_protocol.IndexOf("## Limits", StringComparison.Ordinal)];

        var rows = refusals.Split('\n').Where(line => line.StartsWith('|'));
        var named = rows.SelectMany(row => CodeInTable().Matches(row).Select(m => m.Groups[1].Value)).ToList();
        Assert.Empty(named.Except(named.Where(code => source.Contains($"\"{code}\"", StringComparison.Ordinal))));
    }

    static void AssertNamed(IEnumerable<string> names) => Assert.All(names.Distinct(), name => Assert.True(IsNamed(name), name));

    static IEnumerable<string> MembersOf(Type type) => type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));

    static bool IsNamed(string name) => Regex.IsMatch(s_protocol, $@"(?<![\w.-]){Regex.Escape(name)}(?![\w-])");

    [GeneratedRegex("(?:Rejection\\.Of|Problems\\.Of)\\((?:\\d+, )?\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex Codes();

    [GeneratedRegex("`([a-z]+\\.[a-z-]+)`")]
    private static partial Regex CodeInTable();
}
