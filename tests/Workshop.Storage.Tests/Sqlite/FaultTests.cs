using System.Diagnostics;
using Workshop.Storage.Sqlite;

namespace Workshop.Storage.Tests.Sqlite;

/// <summary>A disk without room, a file that somebody holds, a file that is destroyed under us.</summary>
public sealed class FaultTests
{
    readonly WorkshopId _workshop = Some.Workshop();

    [Fact]
    public async Task While_the_disk_is_full_nothing_is_written_and_reading_goes_on_until_there_is_room_again()
    {
        var folder = Directory.CreateTempSubdirectory("workshop-full-").FullName;
        Assert.SkipUnless(await Mount(folder), "A small disk needs the right to mount one: run as root.");
        try
        {
            using var database = Database.Open(folder);
            var log = new WorkshopLog(database);
            var first = Some.Commit(_workshop);
            Assert.True(await log.Transact(_workshop, t => t.Append(first), Some.Token));
            await FillUp(folder);

            var head = first;
            var full = await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
            {
                // What is left of the last page may still hold a few.
                while (true)
                {
                    var next = Some.Commit(_workshop, head);
                    Assert.True(await log.Transact(_workshop, t => t.Append(next), Some.Token));
                    head = next;
                }
            });

            Assert.Equal("storage.full", full.Code);
            Assert.Equal(head.Seq, (await log.ReadAfter(_workshop, 0, Some.Token)).Commits[^1].Seq);
            var again = await Assert.ThrowsAsync<StorageUnavailableException>(() => log.Transact(_workshop, t => t.Append(Some.Commit(_workshop, head)), Some.Token));
            Assert.Equal("storage.full", again.Code);
            Assert.False(database.Failure.IsCompleted);

            File.Delete(Path.Combine(folder, "ballast"));

            Assert.True(await log.Transact(_workshop, t => t.Append(Some.Commit(_workshop, head)), Some.Token));
            var commits = (await log.ReadAfter(_workshop, 0, Some.Token)).Commits;
            Assert.Equal(head.Seq + 1, commits.Length);
            Appender.VerifyChain(commits);
        }
        finally
        {
            OtherProcess.Run("umount", folder);
            Directory.Delete(folder);
        }
    }

    [Fact]
    public async Task Who_does_not_get_the_lock_within_two_seconds_is_told_that_the_storage_is_busy_and_readers_do_not_notice()
    {
        using var under = new SqliteUnderTest();
        var log = under.OpenLog();
        var commit = Some.Commit(_workshop);
        await log.Transact(_workshop, t => t.Append(commit), Some.Token);

        using (var other = under.Connect())
        using (other.BeginTransaction())
        {
            var start = Stopwatch.GetTimestamp();
            var waiting = new[] { Some.Workshop(), Some.Workshop() }.Select(w => log.Transact(w, t => t.Append(Some.Commit(w)), Some.Token)).ToList();
            Assert.Single((await log.ReadAfter(_workshop, 0, Some.Token)).Commits);
            foreach (var call in waiting)
            {
                Assert.Equal("storage.busy", (await Assert.ThrowsAsync<StorageUnavailableException>(() => call)).Code);
            }

            Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromSeconds(2));
        }

        Assert.True(await log.Transact(_workshop, t => t.Append(Some.Commit(_workshop, commit)), Some.Token));
    }

    [Fact]
    public async Task A_lock_that_is_given_back_in_time_is_waited_for()
    {
        using var under = new SqliteUnderTest();
        var log = under.OpenLog();
        using var other = under.Connect();
        using var holding = other.BeginTransaction();

        var waiting = log.Transact(_workshop, t => t.Append(Some.Commit(_workshop)), Some.Token);
        Assert.Empty((await log.ReadAfter(_workshop, 0, Some.Token)).Commits);
        Assert.False(waiting.IsCompleted);
        holding.Rollback();

        Assert.True(await waiting);
    }

    [Fact]
    public async Task A_database_that_fails_is_never_written_again()
    {
        using var under = new SqliteUnderTest();
        var database = under.Open();
        var log = new WorkshopLog(database);
        await Wait.Until(() => new FileInfo(under.Path + "-wal") is not { Exists: true, Length: > 0 });
        OtherProcess.Run("dd", "if=/dev/urandom", $"of={under.Path}", "bs=4096", "seek=1", $"count={(new FileInfo(under.Path).Length / 4096) - 1}", "conv=notrunc", "status=none");

        await Assert.ThrowsAsync<StorageFailedException>(() => log.Transact(_workshop, t => t.Append(Some.Commit(_workshop)), Some.Token));

        Assert.NotNull((await database.Failure).InnerException);
        var touched = false;
        await Assert.ThrowsAsync<StorageFailedException>(() => log.Transact(_workshop, _ => touched = true, Some.Token));
        Assert.False(touched);
        await Assert.ThrowsAsync<StorageFailedException>(() => database.Check(Some.Token));
    }

    [Fact]
    public async Task A_closed_database_says_so()
    {
        using var under = new SqliteUnderTest();
        var log = under.OpenLog();
        under.Close();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.Transact(_workshop, _ => { }, Some.Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.ReadAfter(_workshop, 0, Some.Token));
    }

    static async Task<bool> Mount(string folder)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return false;
        }

        using var mount = Process.Start("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder]);
        await mount.WaitForExitAsync(Some.Token);
        return mount.ExitCode == 0;
    }

    static async Task FillUp(string folder)
    {
        await using var ballast = File.Create(Path.Combine(folder, "ballast"), 1);
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            var page = new byte[4096];
            while (true)
            {
                await ballast.WriteAsync(page, Some.Token);
            }
        });
    }
}
