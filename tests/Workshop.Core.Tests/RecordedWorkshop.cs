using System.Text.Json;

namespace Workshop.Core.Tests;

/// <summary>The recorded workshop of <c>tests/data</c>.</summary>
public static class RecordedWorkshop
{
    public static JsonElement Root { get; } = Read();

    /// <summary>The id of something in the file, as an id of ours: <c>K01</c> becomes <c>k01</c>.</summary>
    public static string IdOf(JsonElement id) => id.GetString()!.ToLowerInvariant();

    static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "scenario.json")));
        return document.RootElement.Clone();
    }
}
