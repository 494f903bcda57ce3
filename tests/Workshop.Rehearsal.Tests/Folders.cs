namespace Workshop.Rehearsal.Tests;

/// <summary>Where the repository keeps what the tests read.</summary>
static class Folders
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The recorded workshops.</summary>
    public static string Data => Path.Combine(Root, "tests", "data");

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workshop.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Not within the repository.");
    }
}
