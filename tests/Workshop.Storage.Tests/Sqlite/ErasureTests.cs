using System.Text;
using Workshop.Storage.Sqlite;

namespace Workshop.Storage.Tests.Sqlite;

/// <summary>A closed box leaves no ballot in any file of the database. The files are read as a thief would read them.</summary>
public sealed class ErasureTests : IDisposable
{
    const string Box = "vote";

    readonly SqliteUnderTest _database = new();
    readonly WorkshopLog _log;
    readonly WorkshopId _workshop = Some.Workshop();

    public ErasureTests() => _log = new(_database.Open());

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task After_a_box_was_emptied_no_file_holds_a_ballot_or_one_that_was_replaced()
    {
        var voters = await Open(_workshop, 300);
        await CastAll(_workshop, voters, "canary-closed-");
        Assert.True(FilesHold("canary-closed-"));

        await _log.Transact(_workshop, t => t.Empty(Box), Some.Token);

        await Wait.Until(() => !FilesHold("canary-closed-"));
    }

    /// <summary>With these seeds, splitting a page left a copy of a ballot in its unused part, which deleting item by item does not overwrite.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(3)]
    [InlineData(17)]
    public async Task A_box_that_shares_pages_with_others_leaves_nothing_and_takes_nothing_with_it(int seed)
    {
        var random = new Random(seed);
        var workshops = Enumerable.Range(0, 4).Select(_ => WorkshopId.Of(Hex(random))).OrderBy(w => w.Value).ToList();
        var canaries = new[] { "canary-open-", "canary-closed-", "canary-closed-", "canary-open-" };
        var voters = new List<ImmutableArray<PersonId>>();
        foreach (var workshop in workshops)
        {
            voters.Add([.. Enumerable.Range(0, 80).Select(_ => PersonId.Of(Hex(random)))]);
            await _log.Transact(workshop, t => t.Open(new(Box, voters[^1])), Some.Token);
        }

        var cast = new List<(int Workshop, PersonId Voter, string Item, string Key)>();
        for (var i = 0; i < 80; i++)
        {
            for (var w = 0; w < 4; w++)
            {
                var (item, key) = (Hex(random), Hex(random));
                await Cast(w, new(Box, voters[w][i], item, Payload(canaries[w], random.Next(0, 100)), Some.HashOf(key), null), CastOutcome.Cast);
                cast.Add((w, voters[w][i], item, key));
                if (random.Next(3) == 0 && cast.Count > 3)
                {
                    var at = random.Next(cast.Count);
                    var (again, voter, known, old) = cast[at];
                    var next = Hex(random);
                    await Cast(again, new(Box, voter, known, Payload(canaries[again], random.Next(1, 100)), Some.HashOf(next), old), CastOutcome.Replaced);
                    cast[at] = (again, voter, known, next);
                }
            }
        }

        await _log.Transact(workshops[1], t => Assert.Equal(80, t.Empty(Box)!.Value.Length), Some.Token);
        await _log.Transact(workshops[2], t => Assert.Equal(80, t.Empty(Box)!.Value.Length), Some.Token);

        await Wait.Until(() => !FilesHold("canary-closed-"));
        Assert.Equal(80, await _log.CountItems(workshops[0], Box, Some.Token));
        Assert.Equal(80, await _log.CountItems(workshops[3], Box, Some.Token));

        Task Cast(int w, SealedCast ballot, CastOutcome expected) =>
            _log.Transact(workshops[w], t => Assert.Equal(expected, t.Cast(ballot)), Some.Token);
    }

    [Fact]
    public async Task A_reader_who_is_in_the_way_only_delays_it()
    {
        var voters = await Open(_workshop, 5);
        await CastAll(_workshop, voters, "canary-closed-");
        using (var reader = _database.Connect())
        using (var reading = reader.BeginTransaction(deferred: true))
        {
            using var count = reader.CreateCommand();
            count.CommandText = "SELECT COUNT(*) FROM item";
            count.Transaction = reading;
            Assert.Equal(5L, count.ExecuteScalar());

            await _log.Transact(_workshop, t => t.Empty(Box), Some.Token);

            // Commits go on although the ballots can't go yet.
            Assert.True(await _log.Transact(_workshop, t => t.Append(Some.Commit(_workshop)), Some.Token));
            Assert.True(FilesHold("canary-closed-"));
        }

        await Wait.Until(() => !FilesHold("canary-closed-"));
    }

    [Fact]
    public async Task What_a_process_that_died_had_not_erased_yet_is_erased_when_the_database_is_opened_again()
    {
        var voters = await Open(_workshop, 5);
        await CastAll(_workshop, voters, "canary-closed-");
        using var survivor = new SqliteUnderTest();
        using (var reader = _database.Connect())
        using (var reading = reader.BeginTransaction(deferred: true))
        {
            using var count = reader.CreateCommand();
            count.CommandText = "SELECT COUNT(*) FROM item";
            count.Transaction = reading;
            count.ExecuteScalar();
            await _log.Transact(_workshop, t => t.Empty(Box), Some.Token);

            // The files as they lie on the disk between COMMIT and the checkpoint.
            OtherProcess.Run("cp", [.. Directory.GetFiles(_database.Folder), survivor.Folder]);
        }

        Assert.True(FilesHold("canary-closed-", survivor.Folder));
        survivor.Open();
        await Wait.Until(() => !FilesHold("canary-closed-", survivor.Folder));
    }

    async Task<ImmutableArray<PersonId>> Open(WorkshopId workshop, int voters)
    {
        var roll = Enumerable.Range(0, voters).Select(_ => Some.Person()).ToImmutableArray();
        await _log.Transact(workshop, t => t.Open(new(Box, roll)), Some.Token);
        return roll;
    }

    async Task CastAll(WorkshopId workshop, IEnumerable<PersonId> voters, string canary)
    {
        foreach (var voter in voters)
        {
            await CastAndReplace(workshop, voter, canary);
        }
    }

    async Task CastAndReplace(WorkshopId workshop, PersonId voter, string canary)
    {
        var item = Some.Hex(16);
        var key = Some.Hex(16);
        await _log.Transact(workshop, t => t.Cast(Some.Cast(Box, voter, item, canary + "first " + new string('x', voter.Value[^1] * 2), nextKey: key)), Some.Token);
        await _log.Transact(workshop, t => Assert.Equal(CastOutcome.Replaced, t.Cast(Some.Cast(Box, voter, item, canary + "second", key: key))), Some.Token);
    }

    static ImmutableArray<byte> Payload(string canary, int more) =>
        [.. Encoding.UTF8.GetBytes(canary + "z" + string.Concat(Enumerable.Repeat(canary, more)))];

    static string Hex(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    bool FilesHold(string canary, string? folder = null)
    {
        var bytes = Encoding.UTF8.GetBytes(canary);
        return Directory.GetFiles(folder ?? _database.Folder).Any(file => OtherProcess.Read(file).AsSpan().IndexOf(bytes) >= 0);
    }
}
