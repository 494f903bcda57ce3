using Workshop.Core.Plan;

namespace Workshop.Storage.Tests.Contract;

/// <summary>What <see cref="IWorkshopLog"/> promises of logs, whatever the database.</summary>
public abstract class LogContract : IDisposable
{
    readonly IDatabaseUnderTest _database;
    readonly IWorkshopLog _log;
    readonly WorkshopId _workshop = Some.Workshop();

    protected LogContract(IDatabaseUnderTest database)
    {
        _database = database;
        _log = database.OpenLog();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task What_was_appended_is_read_back_byte_for_byte_by_everyone()
    {
        var first = Some.Commit(_workshop);
        var second = Some.Commit(_workshop, first) with { V = 7, Actor = "newcomer" };

        Assert.True(await Append(first, second));

        foreach (var log in new[] { _log, _database.OpenLog() })
        {
            var tail = await log.ReadAfter(_workshop, 0, Some.Token);
            Assert.Collection(tail.Commits, c => AssertSame(first, c), c => AssertSame(second, c));
            Assert.Equal([2], (await log.ReadAfter(_workshop, 1, Some.Token)).Commits.Select(c => c.Seq));
            Assert.Empty((await log.ReadAfter(_workshop, 2, Some.Token)).Commits);
        }
    }

    [Fact]
    public async Task The_chain_of_hashes_verifies_on_what_is_read_back()
    {
        var commits = Chain(20);
        Assert.True(await Append(commits));

        var previous = Commit.NoHash;
        foreach (var commit in (await _log.ReadAfter(_workshop, 0, Some.Token)).Commits)
        {
            Assert.Equal(commit.ComputeHash(previous), commit.Hash);
            previous = commit.Hash;
        }
    }

    [Fact]
    public async Task A_second_commit_at_the_same_place_is_not_written_and_neither_is_anything_with_it()
    {
        var first = Some.Commit(_workshop);
        await Append(first);

        var isWritten = await _log.Transact(
            _workshop,
            t =>
            {
                t.Append(Some.Commit(_workshop, first));
                t.Put(Some.Name(Some.Person(), "Ерлан"));
                t.Open(new("vote", [Some.Person()]));
                t.Append(Some.Commit(_workshop));
            },
            Some.Token);

        Assert.False(isWritten);
        var tail = await _log.ReadAfter(_workshop, 0, Some.Token);
        AssertSame(first, Assert.Single(tail.Commits));
        Assert.Empty(tail.People);
        Assert.True(await _log.Transact(_workshop, t => t.Open(new("vote", [])), Some.Token));
    }

    [Fact]
    public async Task A_command_is_in_a_log_once_and_may_be_in_another_workshops_log()
    {
        var first = Some.Commit(_workshop);
        await Append(first);

        Assert.False(await Append(Some.Commit(_workshop, first, first.Command.Value)));
        var other = Some.Workshop();
        Assert.True(await _log.Transact(other, t => t.Append(Some.Commit(other, null, first.Command.Value)), Some.Token));
    }

    [Fact]
    public async Task Names_come_with_the_tail_that_holds_their_commit_and_with_no_later_one()
    {
        var (anna, bakyt) = (Some.Person(), Some.Person());
        var commits = Chain(3);
        await Put(commits[0], Some.Name(anna, "Anna"));
        await Put(commits[1], Some.Name(bakyt, "Бақыт"), Some.Name(anna, "Anna K.", version: 2));
        await Put(commits[2]);

        var all = await _log.ReadAfter(_workshop, 0, Some.Token);
        Assert.Equal(3, all.People.Length);
        Assert.Equal("Anna K.", PeopleDirectory.Empty.With(all.People).NameOf(anna));
        Assert.Equal([1, 2], all.People.Where(p => p.Person == anna).Select(p => p.Version));

        var later = await _log.ReadAfter(_workshop, 1, Some.Token);
        Assert.Equal(new HashSet<string?> { "Бақыт", "Anna K." }, [.. later.People.Select(p => p.Read()?.Name)]);
        Assert.Empty((await _log.ReadAfter(_workshop, 2, Some.Token)).People);
    }

    [Fact]
    public async Task A_name_can_be_put_before_or_after_its_commit_but_not_without_one()
    {
        var person = Some.Person();
        var first = Some.Commit(_workshop);
        await _log.Transact(
            _workshop,
            t =>
            {
                t.Put(Some.Name(person, "Anna"));
                t.Append(first);
            },
            Some.Token);

        Assert.Single((await _log.ReadAfter(_workshop, 0, Some.Token)).People);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _log.Transact(_workshop, t => t.Put(Some.Name(person, "Anna")), Some.Token));
    }

    [Fact]
    public async Task A_name_that_is_overwritten_comes_with_the_tail_again_and_its_old_content_is_gone()
    {
        var person = Some.Person();
        var commits = Chain(2);
        await Put(commits[0], Some.Name(person, "Anna"));
        await Put(commits[1], new PersonRow(person, 1, [.. new byte[16]], null));

        var row = Assert.Single((await _log.ReadAfter(_workshop, 1, Some.Token)).People);
        Assert.Null(row.Read());
        Assert.Single((await _log.ReadAfter(_workshop, 0, Some.Token)).People);
    }

    [Fact]
    public async Task Heads_name_the_newest_place_of_each_workshop_that_has_a_log()
    {
        await Append(Chain(3));
        var other = Some.Workshop();
        await _log.Transact(other, t => t.Append(Some.Commit(other)), Some.Token);

        var heads = await _log.Heads([_workshop, other, Some.Workshop()], Some.Token);

        Assert.Equal(new Dictionary<WorkshopId, long> { [_workshop] = 3, [other] = 1 }, heads);
        Assert.Empty(await _log.Heads([], Some.Token));
    }

    [Fact]
    public async Task Workshops_that_share_a_transaction_do_not_see_each_others_failures()
    {
        var workshops = Enumerable.Range(0, 40).Select(_ => Some.Workshop()).ToList();
        foreach (var w in workshops.Where((_, i) => i % 2 == 1))
        {
            await _log.Transact(w, t => t.Append(Some.Commit(w)), Some.Token);
        }

        var appends = await WhileTheWriterIsBusy(() => [.. workshops.Select(w => _log.Transact(w, t => t.Append(Some.Commit(w)), Some.Token))]);

        Assert.Equal(workshops.Select((_, i) => i % 2 == 0), appends);
        var heads = await _log.Heads(workshops, Some.Token);
        Assert.All(workshops, w => Assert.Equal(1, heads[w]));
    }

    [Fact]
    public async Task A_fault_in_one_calls_work_fails_that_call_alone_and_leaves_nothing_of_it()
    {
        var other = Some.Workshop();
        Task<bool>? failing = null;
        var appends = await WhileTheWriterIsBusy(() =>
        {
            failing = _log.Transact(
                _workshop,
                t =>
                {
                    t.Append(Some.Commit(_workshop));
                    throw new NotSupportedException("a fault");
                },
                Some.Token);
            return [_log.Transact(other, t => t.Append(Some.Commit(other)), Some.Token)];
        });

        Assert.Equal([true], appends);
        await Assert.ThrowsAsync<NotSupportedException>(() => failing!);
        Assert.Empty((await _log.ReadAfter(_workshop, 0, Some.Token)).Commits);
        Assert.True(await Append(Some.Commit(_workshop)));
    }

    [Fact]
    public async Task Who_stops_waiting_before_it_began_writes_nothing()
    {
        using var impatient = new CancellationTokenSource();
        Task<bool>? cancelled = null;
        await WhileTheWriterIsBusy(() =>
        {
            if (_database.Writers == 0)
            {
                impatient.Cancel();
            }

            cancelled = _log.Transact(_workshop, t => t.Append(Some.Commit(_workshop)), impatient.Token);
            impatient.Cancel();
            return [];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled!);
        Assert.Empty((await _log.ReadAfter(_workshop, 0, Some.Token)).Commits);
    }

    [Fact]
    public async Task Two_nodes_that_append_to_one_workshop_lose_nothing_and_leave_no_gap()
    {
        var logs = new[] { _log, _database.OpenLog() };
        var mine = await Task.WhenAll(logs.SelectMany(log => Enumerable.Range(0, 3).Select(_ => Task.Run(() => Appender.Run(log, _workshop, 50, Some.Token)))));

        var commits = (await _log.ReadAfter(_workshop, 0, Some.Token)).Commits;
        Assert.Equal(Enumerable.Range(1, 300).Select(i => (long)i), commits.Select(c => c.Seq));
        Assert.Equal(mine.SelectMany(m => m).Order(), commits.Select(c => c.Command.Value).Order());
        Appender.VerifyChain(commits);
    }

    [Fact]
    public async Task A_transaction_writes_no_workshop_but_its_own()
    {
        var other = Some.Workshop();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _log.Transact(_workshop, t => t.Append(Some.Commit(other)), Some.Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _log.Transact(_workshop, t => t.Put(new DoorRow(other, "123456789")), Some.Token));
    }

    [Fact]
    public async Task Outcome_rows_can_be_replaced_any_number_of_times()
    {
        var outcomes = new Outcomes(
            [new(1, "k1", "Тәуекел", "kk", 21, 9, "1"), new(1, "k2", "Risque", "fr", 21, 9, null)],
            [new("l1", "1", "Тәуекелді басқару", "kk", 1), new("l2", "2", "Integrity", "en", null)],
            [new("l3", "l1", "1.1", "Бір терезе", "kk")]);

        Assert.True(await _log.Transact(_workshop, t => t.Replace(outcomes), Some.Token));
        Assert.True(await _log.Transact(_workshop, t => t.Replace(outcomes with { Actions = [] }), Some.Token));
    }

    /// <summary>Starts calls while another call keeps the writer from beginning them: they wait together.</summary>
    async Task<bool[]> WhileTheWriterIsBusy(Func<Task<bool>[]> start)
    {
        using var begun = new CountdownEvent(_database.Writers);
        using var go = new ManualResetEventSlim();
        var busy = Enumerable.Range(0, _database.Writers).Select(_ => _log.Transact(
            Some.Workshop(),
            _ =>
            {
                begun.Signal();
                go.Wait(Some.Token);
            },
            Some.Token)).ToList();
        begun.Wait(Some.Token);
        var started = start();
        go.Set();
        await Task.WhenAll(busy);
        return await Task.WhenAll(started);
    }

    Task<bool> Append(params Commit[] commits) => _log.Transact(_workshop, t => Array.ForEach(commits, t.Append), Some.Token);

    Task<bool> Put(Commit commit, params PersonRow[] people) => _log.Transact(
        _workshop,
        t =>
        {
            t.Append(commit);
            Array.ForEach(people, t.Put);
        },
        Some.Token);

    Commit[] Chain(int length)
    {
        var commits = new Commit[length];
        for (var i = 0; i < length; i++)
        {
            commits[i] = Some.Commit(_workshop, i == 0 ? null : commits[i - 1]);
        }

        return commits;
    }

    static void AssertSame(Commit expected, Commit actual)
    {
        Assert.Equal(expected.BodyHash, actual.BodyHash);
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(expected.Hash, actual.Hash);
        Assert.Equal(
            expected with { BodyHash = default, Events = default, Hash = default }, actual with { BodyHash = default, Events = default, Hash = default });
    }
}
