using Workshop.Storage;
using Workshop.Storage.Sqlite;

namespace Workshop.Server;

/// <summary>What the program does instead of serving, when its first word says so.</summary>
static class Maintenance
{
    const int BadUsage = 64;
    const int DiskError = 74;
    const int DatabaseUnusable = 78;

    /// <summary>What <c>--help</c> prints of it.</summary>
    public const string Help = """
        Instead of serving:
          backup FILE [--data FOLDER]   copies the database, which may be in use, into a file, and verifies it
          restore FILE [--data FOLDER]  puts a backup into a folder that no server uses; what was there is kept beside it
          verify [FILE] [--data FOLDER] reads a backup, or the database, and recomputes the hashes of every log
        """;

    /// <summary>The exit code; null: the program is to serve.</summary>
    public static int? Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["backup", var file, .. var rest] when !IsOption(file) => Say($"{file}: {Text(Backup.Make(Data(rest), file))}"),
                ["restore", var file, .. var rest] when !IsOption(file) => Restore(file, Data(rest)),
                ["verify", var file, .. var rest] when !IsOption(file) => Say($"{file}: {Text(Verification.Verify(file))}, sound", rest),
                ["verify", .. var rest] => Say($"{Data(rest)}: {Text(Verification.Verify(Data(rest)))}, sound"),
                ["backup" or "restore", ..] => Refuse(Help, BadUsage),
                _ => null,
            };
        }
        catch (SettingsException e)
        {
            return Refuse(e.Message, BadUsage);
        }
        catch (DatabaseUnusableException e)
        {
            return Refuse(e.Message, DatabaseUnusable);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(e.Message, DiskError);
        }
    }

    static int Restore(string file, string data)
    {
        var (soundness, kept) = Backup.Restore(file, data);
        return Say($"{data}: {Text(soundness)}" + (kept is null ? "" : $"; what was there is now {kept}"));
    }

    static string Data(string[] options) => Settings.Read(options, Environment.GetEnvironmentVariable).Data;

    static string Text(Soundness found) => $"{found.Workshops} workshops, {found.Commits} commits";

    static bool IsOption(string argument) => argument.StartsWith('-');

    static int Say(string sentence, string[]? unexpected = null)
    {
        if (unexpected is [var first, ..])
        {
            throw new SettingsException($"{first} is not expected here.");
        }

        Console.WriteLine(sentence);
        return 0;
    }

    static int Refuse(string sentence, int exitCode)
    {
        Console.Error.WriteLine(sentence);
        return exitCode;
    }
}
