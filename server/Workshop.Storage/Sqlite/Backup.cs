using Microsoft.Data.Sqlite;

namespace Workshop.Storage.Sqlite;

/// <summary>A data folder's database as one file, and back. A file gets its name when it is whole and verified.</summary>
public static class Backup
{
    /// <summary>Where SQLite's connections hold their locks on a database file, for as long as they are open.</summary>
    const long LockBytes = 0x40000000;
    const int LockLength = 512;

    /// <summary>Copies the database as it is at this moment; a server goes on writing meanwhile.</summary>
    /// <exception cref="DatabaseUnusableException">There is none, it is damaged, or the file exists already.</exception>
    public static Soundness Make(string folder, string file)
    {
        var (source, target) = (PathIn(folder), Path.GetFullPath(file));
        if (!File.Exists(source))
        {
            throw new DatabaseUnusableException($"There is no database {source}.");
        }

        RequireFree(target);
        var unfinished = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            Copy(source, unfinished);
            var soundness = Verification.Verify(unfinished);
            Flush(unfinished);
            RequireFree(target);
            File.Move(unfinished, target, overwrite: false);
            return soundness;
        }
        catch (SqliteException e)
        {
            throw Opening.Unusable(source, e);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts a backup into a data folder. What is there is kept under another name beside it.</summary>
    /// <returns>What it holds, and where the database lies that was there; null: there was none.</returns>
    /// <exception cref="DatabaseUnusableException">The backup is damaged, or a server uses the folder: nothing was changed.</exception>
    public static (Soundness Soundness, string? Kept) Restore(string file, string folder)
    {
        var target = PathIn(folder);
        Verification.Verify(file);
        Opening.RequireWritableFolder(Path.GetDirectoryName(target)!);
        var unfinished = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            File.Copy(file, unfinished);
            MakePrivate(unfinished);
            Flush(unfinished);
            var soundness = Verification.Verify(unfinished);
            return (soundness, Replace(target, unfinished));
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static string? Replace(string target, string with)
    {
        if (!File.Exists(target))
        {
            File.Move(with, target, overwrite: false);
            return null;
        }

        // Held until the new one has its name, so that no server starts on what is about to be moved away.
        using var old = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RequireUnused(old, target);
        var kept = $"{target}.replaced-{DateTime.UtcNow:yyyyMMddHHmmssfff}";

        // Its write-ahead log goes first: beside another database it would be damage.
        MoveIfThere(target + "-wal", kept + "-wal");
        File.Delete(target + "-shm");
        File.Move(target, kept);
        File.Move(with, target, overwrite: false);
        return kept;
    }

    static void RequireUnused(FileStream file, string path)
    {
        try
        {
            if (!OperatingSystem.IsMacOS())
            {
                file.Lock(LockBytes, LockLength);
            }
        }
        catch (IOException e)
        {
            throw new DatabaseUnusableException($"A server uses the database {path}: stop it first.", e);
        }
    }

    /// <summary>One step in one read transaction: what others commit meanwhile is not in it. The copy needs no write-ahead log.</summary>
    static void Copy(string source, string target)
    {
        using var from = new SqliteConnection($"Data Source={source};Mode=ReadOnly;Pooling=False;Default Timeout=2");
        using var to = new SqliteConnection($"Data Source={target};Pooling=False");
        from.Open();
        to.Open();
        MakePrivate(target);
        from.BackupDatabase(to);
        to.Execute("PRAGMA journal_mode = DELETE");
    }

    static void MakePrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    static void MoveIfThere(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
    }

    static void RequireFree(string file)
    {
        if (Path.Exists(file))
        {
            throw new DatabaseUnusableException($"{file} exists already: choose another name for the backup.");
        }
    }

    static string PathIn(string folder) => Path.Combine(Path.GetFullPath(folder), Database.FileName);
}
