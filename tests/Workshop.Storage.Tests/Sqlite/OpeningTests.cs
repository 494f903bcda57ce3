using Workshop.Storage.Sqlite;

namespace Workshop.Storage.Tests.Sqlite;

/// <summary>A database is opened whole, or refused with one sentence and left as it was.</summary>
public sealed class OpeningTests : IDisposable
{
    readonly SqliteUnderTest _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_missing_folder_is_made_and_everything_is_there_after_a_restart()
    {
        using var nested = new SqliteUnderTest(Path.Combine(_database.Folder, "not", "yet"));
        var workshop = Some.Workshop();
        var commit = Some.Commit(workshop);
        await nested.OpenLog().Transact(workshop, t => t.Append(commit), Some.Token);

        nested.Close();
        Assert.Equal([nested.Path], Directory.GetFiles(nested.Folder));

        var again = Assert.Single((await nested.OpenLog().ReadAfter(workshop, 0, Some.Token)).Commits);
        Assert.Equal(commit.Hash, again.Hash);
    }

    [Fact]
    public void Others_on_the_machine_can_not_read_the_database()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        _database.Open();
#pragma warning disable CA1416 // Skipped there.
        Assert.All(Directory.GetFiles(_database.Folder), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
#pragma warning restore CA1416
    }

    [Fact]
    public void A_commit_is_on_the_disk_before_anyone_hears_of_it()
    {
        using var connection = new WriteConnection(Made());

        Assert.Equal("wal", connection.Sqlite.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(2, connection.Sqlite.ExecuteScalar<int>("PRAGMA synchronous"));
        Assert.Equal(1, connection.Sqlite.ExecuteScalar<int>("PRAGMA secure_delete"));
        Assert.Equal(2, connection.Sqlite.ExecuteScalar<int>("PRAGMA temp_store"));
        Assert.Equal(4000, connection.Sqlite.ExecuteScalar<int>("PRAGMA wal_autocheckpoint"));
    }

    [Fact]
    public void A_backup_that_lost_its_write_ahead_log_gets_it_back()
    {
        Made();
        Execute("PRAGMA journal_mode = DELETE");

        using var connection = new WriteConnection(Made());
        Assert.Equal("wal", connection.Sqlite.ExecuteScalar<string>("PRAGMA journal_mode"));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc to try it with.");

        // Not even root can make a file there.
        Assert.Contains("Nothing can be written to the data folder /proc/self:", Refusal(() => Database.Open("/proc/self")), StringComparison.Ordinal);
        Assert.Contains("Nothing can be written to the data folder /proc/workshop:", Refusal(() => Database.Open("/proc/workshop")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused() =>
        Assert.Contains("is a file", Refusal(() => Database.Open(Made())), StringComparison.Ordinal);

    [Fact]
    public void A_folder_in_place_of_the_database_is_refused()
    {
        Directory.CreateDirectory(_database.Path);
        Assert.Contains("is a folder", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_whose_oldest_usable_release_is_newer_is_refused_and_left_as_it_was()
    {
        Made();
        Execute("UPDATE schema_info SET oldest_release = '99.1.0'");

        Assert.Contains("needs Workshop 99.1.0 or later", RefusalThatChangesNothing(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_in_the_write_ahead_log_counts_and_the_log_is_left_as_it_was()
    {
        Made();
        using var died = new SqliteUnderTest();
        using (var holdsTheLog = _database.Connect())
        {
            holdsTheLog.Execute("UPDATE schema_info SET oldest_release = '99.1.0'");
            OtherProcess.Run("cp", [.. Directory.GetFiles(_database.Folder), died.Folder]);
        }

        var before = ContentOf(died.Path, died.Path + "-wal");
        Assert.Contains("99.1.0", Refusal(() => died.Open()), StringComparison.Ordinal);
        Assert.Equal(before, ContentOf(died.Path, died.Path + "-wal"));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_was()
    {
        Execute("CREATE TABLE notes (text TEXT)");
        Assert.Contains("another program", RefusalThatChangesNothing(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        File.WriteAllText(_database.Path, new string('x', 5000));
        Assert.Contains("not a SQLite database", RefusalThatChangesNothing(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused_and_left_as_it_was()
    {
        File.WriteAllText(_database.Path, "");
        Assert.Contains("is empty", RefusalThatChangesNothing(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(20000)]
    public void A_truncated_database_is_refused_and_left_as_it_was(int missing)
    {
        using (var file = File.OpenWrite(Made()))
        {
            file.SetLength(file.Length - missing);
        }

        Assert.Contains("is damaged", RefusalThatChangesNothing(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_database_with_a_scrambled_page_is_refused_and_left_as_it_was(int page)
    {
        using (var file = File.OpenWrite(Made()))
        {
            file.Position = (page * 4096) + (page == 0 ? 100 : 0);
            file.Write([.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))]);
        }

        Assert.Contains("is damaged", RefusalThatChangesNothing(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sqlite_with_the_race_that_damages_databases_is_refused()
    {
        Assert.Throws<DatabaseUnusableException>(() => Opening.RequireSqlite(new(3, 51, 2)));
        Opening.RequireSqlite(new(3, 51, 3));
    }

    [Fact]
    public void A_refused_opening_leaves_no_file_behind_in_a_folder_that_was_there()
    {
        Directory.CreateDirectory(_database.Path);
        Refusal();
        Assert.Empty(Directory.GetFiles(_database.Folder));
    }

    /// <summary>A sound database, closed.</summary>
    string Made()
    {
        _database.Open();
        _database.Close();
        return _database.Path;
    }

    void Execute(string sql)
    {
        using var connection = _database.Connect();
        connection.Execute(sql);
    }

    string Refusal() => Refusal(() => _database.Open());

    string RefusalThatChangesNothing()
    {
        var before = ContentOf(Directory.GetFiles(_database.Folder));
        var sentence = Refusal();
        Assert.Equal(before, ContentOf(Directory.GetFiles(_database.Folder)));
        return sentence;
    }

    static string Refusal(Action open)
    {
        var sentence = Assert.Throws<DatabaseUnusableException>(open).Message;
        Assert.DoesNotContain('\n', sentence);
        return sentence;
    }

    static List<(string Name, string Content)> ContentOf(params string[] files) =>
        [.. files.Order().Select(f => (Path.GetFileName(f), Convert.ToHexString(File.ReadAllBytes(f))))];
}
