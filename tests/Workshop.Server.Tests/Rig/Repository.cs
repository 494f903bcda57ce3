namespace Workshop.Server.Tests.Rig;

/// <summary>Files of the repository that the tests run or read as they are shipped.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Workshop.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
