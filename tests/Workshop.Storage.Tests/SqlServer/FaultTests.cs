using System.Diagnostics;
using Workshop.Storage.SqlServer;

namespace Workshop.Storage.Tests.SqlServer;

/// <summary>A network that is silent or cut, a lock that somebody holds, a database that may lose what it acknowledged.</summary>
[Collection(OnSqlServer.Name)]
public sealed class FaultTests : IDisposable
{
    readonly SqlServerUnderTest _under = new();
    readonly WorkshopId _workshop = Some.Workshop();

    public void Dispose() => _under.Dispose();

    [Fact]
    public async Task When_the_answer_to_COMMIT_is_lost_nobody_knows_and_the_key_tells_that_it_was_written()
    {
        using var wire = new Wire(_under.Connection);
        var log = new WorkshopLog(_under.Open(wire.Connection));
        var commit = Some.Commit(_workshop);
        wire.NextCommit = Fate.AnswerIsLost;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => log.Transact(_workshop, t => t.Append(commit), Some.Token));

        Assert.Equal(1, wire.Cut);
        Assert.False(await log.Transact(_workshop, t => t.Append(commit), Some.Token));
        Assert.Equal(commit.Hash, Assert.Single((await log.ReadAfter(_workshop, 0, Some.Token)).Commits).Hash);
    }

    [Fact]
    public async Task When_COMMIT_itself_is_lost_nobody_knows_and_the_next_try_writes_it()
    {
        using var wire = new Wire(_under.Connection);
        var log = new WorkshopLog(_under.Open(wire.Connection));
        var commit = Some.Commit(_workshop);
        wire.NextCommit = Fate.ItselfIsLost;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => log.Transact(_workshop, t => t.Append(commit), Some.Token));

        Assert.Equal(1, wire.Cut);
        Assert.Empty((await log.ReadAfter(_workshop, 0, Some.Token)).Commits);
        Assert.True(await log.Transact(_workshop, t => t.Append(commit), Some.Token));
    }

    [Theory]
    [InlineData(nameof(Fate.AnswerIsLost))]
    [InlineData(nameof(Fate.ItselfIsLost))]
    public async Task A_ballot_whose_COMMIT_is_lost_is_counted_once_when_it_is_cast_again(string fate)
    {
        using var wire = new Wire(_under.Connection);
        var log = new WorkshopLog(_under.Open(wire.Connection));
        var voter = Some.Person();
        await log.Transact(_workshop, t => t.Open(new("vote", [voter])), Some.Token);
        var ballot = Some.Cast("vote", voter);
        wire.NextCommit = Enum.Parse<Fate>(fate);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => log.Transact(_workshop, t => t.Cast(ballot), Some.Token));

        var outcome = CastOutcome.Closed;
        Assert.True(await log.Transact(_workshop, t => outcome = t.Cast(ballot), Some.Token));
        Assert.Equal(CastOutcome.Cast, outcome);
        Assert.Equal(1, await log.CountItems(_workshop, "vote", Some.Token));
    }

    [Fact]
    public async Task While_the_network_is_silent_calls_fail_within_three_seconds_and_within_ten_all_is_well_again()
    {
        using var wire = new Wire(_under.Connection);
        var database = _under.Open(wire.Connection);
        var log = new WorkshopLog(database);
        var first = Some.Commit(_workshop);
        Assert.True(await log.Transact(_workshop, t => t.Append(first), Some.Token));
        wire.IsSilent = true;

        var start = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => log.Transact(_workshop, t => t.Append(Some.Commit(_workshop, first)), Some.Token));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3), $"{Stopwatch.GetElapsedTime(start)}");
        start = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => log.ReadAfter(_workshop, 1, Some.Token));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3), $"{Stopwatch.GetElapsedTime(start)}");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => log.ReadAfter(_workshop, 0, Some.Token));
        Assert.False(database.Failure.IsCompleted);

        wire.IsSilent = false;
        start = Stopwatch.GetTimestamp();
        var commits = await Appender.Run(log, _workshop, 20, Some.Token);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), $"{Stopwatch.GetElapsedTime(start)}");
        Assert.Equal(20, commits.Count);
        Appender.VerifyChain((await log.ReadAfter(_workshop, 0, Some.Token)).Commits);
    }

    [Fact]
    public async Task Who_does_not_get_a_lock_in_time_is_told_that_the_storage_is_busy_and_other_rooms_do_not_notice()
    {
        var log = _under.OpenLog();
        await log.Transact(_workshop, t => t.Open(new("vote", [])), Some.Token);
        using (var other = _under.Connect())
        {
            other.Execute("BEGIN TRANSACTION; UPDATE box SET [open] = [open];");

            var waiting = log.Transact(_workshop, t => t.Cast(Some.Cast("vote", Some.Person())), Some.Token);
            var elsewhere = Some.Workshop();
            Assert.True(await log.Transact(elsewhere, t => t.Append(Some.Commit(elsewhere)), Some.Token));
            Assert.False(waiting.IsCompleted);
            Assert.Equal("storage.busy", (await Assert.ThrowsAsync<StorageUnavailableException>(() => waiting)).Code);
        }

        var outcome = CastOutcome.Cast;
        await log.Transact(_workshop, t => outcome = t.Cast(Some.Cast("vote", Some.Person())), Some.Token);
        Assert.Equal(CastOutcome.NotOnRoll, outcome);
    }

    [Fact]
    public void A_database_that_may_acknowledge_what_is_not_on_the_disk_is_refused()
    {
        using var db = _under.Connect();
        Assert.SkipWhen(db.QuerySingle<int?>("SELECT CAST(SERVERPROPERTY('Babelfish') AS int)") == 1, "Babelfish has no delayed durability.");
        db.Execute($"ALTER DATABASE [{db.Database}] SET DELAYED_DURABILITY = ALLOWED");
        try
        {
            Assert.Contains("DELAYED_DURABILITY = DISABLED", Assert.Throws<DatabaseUnusableException>(() => _under.Open()).Message, StringComparison.Ordinal);
        }
        finally
        {
            db.Execute($"ALTER DATABASE [{db.Database}] SET DELAYED_DURABILITY = DISABLED");
        }
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_was()
    {
        var connection = SqlServerUnderTest.Make();
        using var db = new Microsoft.Data.SqlClient.SqlConnection(connection);
        db.Open();
        db.Execute("CREATE TABLE notes (text nvarchar(100))");

        Assert.Contains("another program", Assert.Throws<DatabaseUnusableException>(() => Database.Open(connection)).Message, StringComparison.Ordinal);
        Assert.Equal(["notes"], db.Query<string>("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_make_one()
    {
        var connection = SqlServerUnderTest.Make();
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Database.Open(connection))));
        foreach (var database in databases)
        {
            Assert.True(await new WorkshopLog(database).Transact(_workshop, t => t.Open(new(Some.Id(), [])), Some.Token));
            database.Dispose();
        }
    }

    [Fact]
    public void What_is_said_of_a_server_that_can_not_be_used_holds_no_password()
    {
        var refusal = Assert.Throws<DatabaseUnusableException>(
            () => Database.Open("Server=127.0.0.1,1;Database=workshop;User ID=app;Password=canary-secret;Encrypt=Optional"));

        Assert.DoesNotContain("canary-secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
