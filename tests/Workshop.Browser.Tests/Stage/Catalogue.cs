using System.Text.Json;

namespace Workshop.Browser.Tests.Stage;

/// <summary>The words of the interface in one language, as the client has them: tests find things by what people read.</summary>
public sealed class Catalogue(string locale)
{
    readonly Dictionary<string, string> _words = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Repository.Folder("web/src/i18n"), $"{locale}.json")))!;

    /// <summary>The language.</summary>
    public string Locale => locale;

    /// <summary>The message of a key.</summary>
    public string this[string key] => _words[key];

    /// <summary>What a message says before its first argument.</summary>
    public string Before(string key) => _words[key].Split('{')[0].TrimEnd();
}

/// <summary>Where the tests' own repository lies.</summary>
public static class Repository
{
    /// <summary>A folder of it, found from the tests' folder upwards.</summary>
    public static string Folder(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Workshop.sln")))
            {
                var found = Path.Combine(folder.FullName, path);
                return Directory.Exists(found) ? found : throw new DirectoryNotFoundException($"{found}: npm --prefix web run build makes it.");
            }
        }

        throw new DirectoryNotFoundException("The tests run outside their repository.");
    }
}
