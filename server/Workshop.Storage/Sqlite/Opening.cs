using System.Reflection;
using DbUp;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Workshop.Storage.Sqlite;

/// <summary>Makes sure that a data folder holds a sound database of a usable version, or refuses it and leaves it as it was.</summary>
static class Opening
{
    /// <summary>Earlier ones can damage a database that two processes write (the WAL-reset race).</summary>
    static readonly Version OldestSqlite = new(3, 51, 3);

    /// <summary>This release.</summary>
    public static Version Release { get; } = typeof(Opening).Assembly.GetName().Version!;

    /// <summary>Checks, creates, migrates.</summary>
    public static void Prepare(string path)
    {
        using (var sqlite = new SqliteConnection())
        {
            RequireSqlite(new(sqlite.ServerVersion));
        }

        RequireWritableFolder(Path.GetDirectoryName(path)!);
        try
        {
            if (Path.Exists(path))
            {
                Inspect(path);
                Migrate(path);
            }
            else
            {
                Create(path);
            }
        }
        catch (SqliteException e)
        {
            throw Unusable(path, e);
        }
    }

    /// <summary>Refuses a SQLite that is too old.</summary>
    public static void RequireSqlite(Version found)
    {
        if (found < OldestSqlite)
        {
            throw new DatabaseUnusableException($"SQLite {found} is too old, Workshop needs {OldestSqlite} or later: install Workshop anew.");
        }
    }

    internal static void RequireWritableFolder(string folder)
    {
        try
        {
            if (File.Exists(folder))
            {
                throw new DatabaseUnusableException($"{folder} is a file: choose a folder for the data.");
            }

            if (!Directory.Exists(folder))
            {
                CreatePrivate(folder);
            }

            // Only trying tells, whatever the permissions say: the disk can be mounted read-only.
            using var probe = new FileStream(
                Path.Combine(folder, $".{Path.GetRandomFileName()}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new DatabaseUnusableException($"Nothing can be written to the data folder {folder}: change its permissions or choose another one.", e);
        }
    }

    static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    static void Inspect(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DatabaseUnusableException($"{path} is a folder, and should be the database: move it away.");
        }

        if (new FileInfo(path).Length == 0)
        {
            throw new DatabaseUnusableException($"The database {path} is empty: put a backup in its place, or delete it to start anew.");
        }

        RequireWritableFile(path);
        try
        {
            InspectContent(path, IsAlone(path));
        }
        catch (Exception e) when (e is SqliteException or DatabaseUnusableException && !IsAlone(path))
        {
            // Somebody may have opened and written it while we read it without locks.
            InspectContent(path, isAlone: false);
        }
    }

    /// <summary>Whether nothing lies beside the file that belongs to it.</summary>
    internal static bool IsAlone(string path) => !File.Exists(path + "-wal") && !File.Exists(path + "-journal");

    /// <summary>Even reading makes SQLite create files beside the database, unless it is told that nobody will change it.</summary>
    internal static string ReadingSource(string path, bool isAlone) => isAlone ? new Uri(path).AbsoluteUri + "?immutable=1" : path;

    /// <summary>Refuses what is damaged, another program's, or of a newer release.</summary>
    internal static void InspectContent(string path, bool isAlone)
    {
        using var db = new SqliteConnection($"Data Source={ReadingSource(path, isAlone)};Mode=ReadOnly;Pooling=False;Default Timeout=2");
        db.Open();
        if (db.QueryFirst<string>(Statements.QuickCheck) is not "ok" and var finding)
        {
            throw Damaged(path, finding.ReplaceLineEndings(" "));
        }

        // The check takes a last page that is cut off for one that ends in zeros. Beside a write-ahead log the file may be short.
        if (isAlone && db.QuerySingle<long>(Statements.Size) > new FileInfo(path).Length)
        {
            throw Damaged(path, "it is cut off");
        }

        if (!db.QuerySingle<bool>(Statements.IsOurs))
        {
            throw new DatabaseUnusableException($"{path} is the database of another program: move it away or choose another folder for the data.");
        }

        var oldest = db.QuerySingle<string>(new Statements().OldestRelease);
        if (!Version.TryParse(oldest, out var version) || version > Release)
        {
            throw new DatabaseUnusableException(
                $"The database {path} needs Workshop {oldest} or later, this is {Release.ToString(3)}: start a newer release.");
        }
    }

    /// <summary>Through SQLite, which would open it for reading only: another handle on the file would end this process's locks when closed.</summary>
    static void RequireWritableFile(string path)
    {
        using var db = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False");
        db.Open();
        if (sqlite3_db_readonly(db.Handle, "main") != 0)
        {
            throw new DatabaseUnusableException($"The database {path} can't be written: change its permissions.");
        }
    }

    /// <summary>Under another name until it is whole: nobody ever sees half a database, not even after a power cut.</summary>
    static void Create(string path)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var db = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
            {
                db.Open();
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                }

                db.Execute(Statements.UseWriteAheadLog);
            }

            Migrate(unfinished);
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
            Inspect(path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static void Migrate(string path)
    {
        var upgrade = DeployChanges.To
            .SqliteDatabase($"Data Source={path};Mode=ReadWrite;Pooling=False;Default Timeout=10")
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.Contains(".Sqlite.Migrations.", StringComparison.Ordinal))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
        if (!upgrade.IsUpgradeRequired())
        {
            return;
        }

        var result = upgrade.PerformUpgrade();

        // Each script is a transaction: if another process was first with one, ours failed and theirs counts.
        if (!result.Successful && upgrade.IsUpgradeRequired())
        {
            throw new DatabaseUnusableException(
                $"The database {path} could not be brought to this release ({result.Error.Message}): it is as it was after the last step that succeeded.", result.Error);
        }
    }

    internal static DatabaseUnusableException Damaged(string path, string finding) =>
        new($"The database {path} is damaged: put a backup in its place. ({finding})");

    internal static DatabaseUnusableException Unusable(string path, SqliteException e) => new(
        e.SqliteErrorCode switch
        {
            SQLITE_NOTADB => $"{path} is not a SQLite database: move it away or choose another folder for the data.",
            SQLITE_CORRUPT => Damaged(path, e.Message).Message,
            SQLITE_BUSY or SQLITE_LOCKED => $"The database {path} is locked by another program: end that program.",
            SQLITE_FULL => $"There is no room on the disk for the database {path}.",
            _ => $"The database {path} can't be opened: {e.Message}",
        },
        e);
}
