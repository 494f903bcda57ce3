using System.Text.Json;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Wire;

/// <summary>
/// One file per stored event and command: what this release writes, and every later one must read. When a written form changes,
/// its file stays and a newer one, <c>cardAdded.2.json</c>, is put beside it.
/// </summary>
public class GoldenTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "golden");

    public static TheoryData<string> Events => [.. Names.Events.Select(e => e.Name)];

    public static TheoryData<string> Commands => [.. Names.Commands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_its_newest_file_says_and_read_from_all_of_them(string name)
    {
        var files = FilesOf("events", name);
        Assert.All(files, file => Assert.NotNull(JsonSerializer.Deserialize<IEvent>(File.ReadAllText(file), Json.Log)));
        var golden = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(files[^1]));
        Assert.Equal(name, golden.GetProperty("type").GetString());
        Assert.Equal(Written(golden), JsonSerializer.Serialize(golden.Deserialize<IEvent>(Json.Log), Json.Log));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_read_as_clients_have_written_it(string name)
    {
        var files = FilesOf("commands", name);
        Assert.All(files, file => Assert.NotNull(JsonSerializer.Deserialize<ICommand>(File.ReadAllText(file), Json.Wire)));
        var golden = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(files[^1]));
        Assert.Equal(name, golden.GetProperty("type").GetString());
        Assert.Equal(Written(golden), JsonSerializer.Serialize(golden.Deserialize<ICommand>(Json.Wire), Json.Wire));
    }

    [Fact]
    public void The_newest_files_show_every_member() => Assert.Empty(
        Names.Events.SelectMany(e => Contract.MembersMissing(Newest("events", e.Name), e.Type))
            .Concat(Names.Commands.SelectMany(c => Contract.MembersMissing(Newest("commands", c.Name), c.Type))));

    [Fact]
    public void No_file_is_left_of_something_that_has_no_name()
    {
        Assert.Equal(Names.Events.Select(e => e.Name).Order(StringComparer.Ordinal), NamesIn("events"));
        Assert.Equal(Names.Commands.Select(c => c.Name).Order(StringComparer.Ordinal), NamesIn("commands"));
    }

    /// <summary>A word that is stored can get company, but none can go or mean something else.</summary>
    [Fact]
    public void The_words_for_kinds_and_states_are_those_of_the_file()
    {
        var golden = JsonSerializer.Deserialize<SortedDictionary<string, string[]>>(File.ReadAllText(Path.Combine(Folder, "words.json")))!;
        Assert.Equal(golden, Contract.Words(Contract.CommandsAndEvents.Select(m => m.Type)));
    }

    static JsonElement Newest(string folder, string name) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(FilesOf(folder, name)[^1]));

    /// <summary>Oldest first.</summary>
    static string[] FilesOf(string folder, string name)
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Folder, folder), $"{name}.*json").OrderBy(f => f.Length).ThenBy(f => f, StringComparer.Ordinal)];
        Assert.True(files.Length > 0, $"{name} has no file in tests/data/golden/{folder}: write one, and keep it for ever.");
        return files;
    }

    static IEnumerable<string> NamesIn(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder))
        .Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Order(StringComparer.Ordinal);

    static string Written(JsonElement golden) => JsonSerializer.Serialize(golden, Json.Log);
}
