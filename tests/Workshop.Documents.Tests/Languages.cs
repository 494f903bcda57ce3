namespace Workshop.Documents.Tests;

/// <summary>The languages that our documents speak.</summary>
static class Languages
{
    public static readonly string[] All = ["en", "ru", "kk", "fr", "es", "ar"];

    public static TheoryData<string> Each => [.. All];
}
