using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Workshop.Storage.Sqlite;

/// <summary>
/// That this machine, and no other, has the database open: SQLite's locks and the memory that its write-ahead log shares mean nothing
/// to another machine. A file beside the database says whose it is, and changes every few seconds as long as a process there is
/// alive; clocks are not compared. It is a plain file, which can be read without touching the database.
/// </summary>
sealed class HostClaim : IDisposable
{
    /// <summary>How often the file changes.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    /// <summary>How long the file of another machine must stay as it is until nobody is taken to live there.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    static readonly FrozenSet<string> NetworkFileSystems = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ceph", "coda", "gfs2", "gfs", "ocfs2", "lustre", "beegfs", "gpfs", "9p", "v9fs", "ncp", "ncpfs",
        "glusterfs", "pvfs2", "panfs");

    readonly Lock _gate = new();
    readonly string _file;
    FileStream? _held;
    Timer? _timer;
    Action<Exception>? _lost;
    long _beats;
    bool _isOver;

    HostClaim(string file) => _file = file;

    /// <summary>This machine, since it was started; all containers on it are one.</summary>
    static string ThisHost { get; } = OperatingSystem.IsLinux() && File.Exists("/proc/sys/kernel/random/boot_id")
        ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()
        : Environment.MachineName;

    /// <summary>Makes sure that no other machine uses the database; waits a while if one did and may be dead. Changes nothing.</summary>
    /// <exception cref="DatabaseUnusableException">Another machine uses it, or the file system is none that SQLite can use.</exception>
    public static HostClaim Begin(string database) => Begin(database, Silence);

    /// <summary>The same, with another patience.</summary>
    public static HostClaim Begin(string database, TimeSpan silence)
    {
        RequireDiskOfOurOwn(Path.GetDirectoryName(database)!);
        var claim = new HostClaim($"{database}-host");
        for (var (first, waited) = (claim.Read(), TimeSpan.Zero); first is { IsOurs: false } other && waited < silence; waited += TimeSpan.FromSeconds(0.25))
        {
            Thread.Sleep(TimeSpan.FromSeconds(0.25));
            if (claim.Read() is { } now && now != other)
            {
                if (now.IsOurs)
                {
                    break;
                }

                throw new DatabaseUnusableException(
                    $"The database {database} is in use on another machine, {now.Name}: SQLite serves one machine; stop Workshop there first, or use SQL Server for several.");
            }
        }

        return claim;
    }

    /// <summary>Refuses a file system whose files other machines can change.</summary>
    public static void RequireDiskOfOurOwn(string folder, Func<string, string>? kindOf = null)
    {
        var there = folder;
        while (!Directory.Exists(there))
        {
            there = Path.GetDirectoryName(there)!;
        }

        string kind;
        try
        {
            kind = (kindOf ?? (f => new DriveInfo(f).DriveFormat))(there);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return; // Whether it can be used at all is found out next.
        }

        if (NetworkFileSystems.Contains(kind))
        {
            throw new DatabaseUnusableException(
                $"The data folder {folder} is on a network file system ({kind}), where SQLite is not safe: choose a folder on a disk of this machine, or use SQL Server.");
        }
    }

    /// <summary>Claims the database from now on.</summary>
    /// <param name="lost">Called if another machine has claimed it meanwhile: this one was held up so long that it seemed dead.</param>
    public void Hold(Action<Exception> lost)
    {
        _lost = lost;
        for (var tries = 0; _held is null; tries++)
        {
            try
            {
                Write();

                // A lock that all processes here share, so that the last one to close knows that it is.
                _held = new(_file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (IOException) when (tries < 20)
            {
                // One that closes has it for itself just now.
                Thread.Sleep(10);
            }
        }

        _timer = new(_ => Renew(), null, Beat, Beat);
    }

    /// <summary>Gives it up; the last process of this machine takes the file away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        _timer?.Dispose();
        _held?.Dispose();
        try
        {
            if (_held is not null && Read() is { IsOurs: true })
            {
                using var alone = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(_file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Others still use it.
        }
    }

    void Renew()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            try
            {
                if (Read() is { IsOurs: false, Host.Length: > 0 } other)
                {
                    _isOver = true;
                    _lost!(new InvalidOperationException($"another machine, {other.Name}, has opened it"));
                    return;
                }

                Write();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A disk that can't be written has other ways to say so.
            }
        }
    }

    /// <summary>Null: there is no such file. What can't be read yet is somebody's whom we don't know.</summary>
    Claim? Read()
    {
        try
        {
            using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Split('\n') is [{ Length: > 0 } host, var name, var beat, ..] ? new(host, name, beat) : Claim.Unknown;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            return Claim.Unknown;
        }
    }

    void Write()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ThisHost}\n{Environment.MachineName}\n{Environment.ProcessId}.{++_beats}\n"));
        using var file = new FileStream(_file, options);
        file.Write(content);
        file.SetLength(content.Length);
    }

    sealed record Claim(string Host, string Name, string Beat)
    {
        public static Claim Unknown { get; } = new("", "whose name can't be read", "");

        public bool IsOurs => Host == ThisHost;
    }
}
