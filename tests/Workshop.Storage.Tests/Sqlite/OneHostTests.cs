using System.Text;
using Workshop.Storage.Sqlite;

namespace Workshop.Storage.Tests.Sqlite;

/// <summary>A database file serves one machine: any number of its processes, and no other machine as long as one of those lives.</summary>
public sealed class OneHostTests : IDisposable
{
    readonly SqliteUnderTest _database = new();

    string Claim => _database.Path + "-host";

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task As_long_as_another_machine_lives_it_is_refused_and_left_as_it_was()
    {
        _database.Open();
        _database.Close();
        var before = ContentOf();
        using var ended = new CancellationTokenSource();
        var other = Task.Run(async () =>
        {
            for (var beat = 0; !ended.IsCancellationRequested; beat++)
            {
                await using var file = new FileStream(Claim, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
                file.Write(Encoding.UTF8.GetBytes($"another-boot\nkarlygash\n{beat:d9}\n"));
                await Task.Delay(100, CancellationToken.None);
            }
        }, Some.Token);
        await Wait.Until(() => File.Exists(Claim));

        var sentence = Assert.Throws<DatabaseUnusableException>(_database.Open).Message;
        await ended.CancelAsync();
        await other;

        Assert.Contains("in use on another machine, karlygash:", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
        File.Delete(Claim);
        Assert.Equal(before, ContentOf());
    }

    [Fact]
    public async Task Once_the_other_machine_is_silent_it_opens()
    {
        await File.WriteAllTextAsync(Claim, "another-boot\nkarlygash\n17\n", Some.Token);

        using var claim = HostClaim.Begin(_database.Path, TimeSpan.FromSeconds(1));
        claim.Hold(_ => { });

        Assert.DoesNotContain("karlygash", await File.ReadAllTextAsync(Claim, Some.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_held_up_so_long_that_another_machine_took_over_writes_nothing_more()
    {
        var database = _database.Open();
        await File.WriteAllTextAsync(Claim, "another-boot\nkarlygash\n1\n", Some.Token);

        var failure = await database.Failure.WaitAsync(TimeSpan.FromSeconds(30), Some.Token);

        Assert.Contains("karlygash", failure.InnerException!.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageFailedException>(() => new WorkshopLog(database).Transact(Some.Workshop(), _ => { }, Some.Token));
        _database.Close();
        Assert.Contains("karlygash", await File.ReadAllTextAsync(Claim, Some.Token), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_of_one_machine_share_it_and_the_last_one_leaves_no_trace()
    {
        var (first, second) = (Database.Open(_database.Folder), Database.Open(_database.Folder));

        first.Dispose();
        Assert.True(File.Exists(Claim));

        second.Dispose();
        Assert.Equal([_database.Path], Directory.GetFiles(_database.Folder));
    }

    [Theory]
    [InlineData("nfs")]
    [InlineData("smb2")]
    [InlineData("v9fs")]
    public void A_network_file_system_is_refused(string kind)
    {
        var sentence = Assert.Throws<DatabaseUnusableException>(() => HostClaim.RequireDiskOfOurOwn(_database.Folder, _ => kind)).Message;

        Assert.Contains($"network file system ({kind})", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tmp")]
    [InlineData("/dev/shm")]
    [InlineData("/not/yet/there")]
    public void A_disk_of_the_machine_is_not(string folder) => HostClaim.RequireDiskOfOurOwn(folder);

    Dictionary<string, string> ContentOf() =>
        Directory.GetFiles(_database.Folder).ToDictionary(f => f, f => Convert.ToHexString(OtherProcess.Read(f)));
}
