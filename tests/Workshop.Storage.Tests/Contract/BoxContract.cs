using System.Text;

namespace Workshop.Storage.Tests.Contract;

/// <summary>What <see cref="IWorkshopLog"/> promises of sealed boxes, whatever the database.</summary>
public abstract class BoxContract : IDisposable
{
    const string Box = "0195-vote";

    readonly IDatabaseUnderTest _database;
    readonly IWorkshopLog _log;
    readonly WorkshopId _workshop = Some.Workshop();
    readonly PersonId _anna = Some.Person();
    readonly PersonId _bakyt = Some.Person();

    protected BoxContract(IDatabaseUnderTest database)
    {
        _database = database;
        _log = database.OpenLog();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_ballot_lies_in_the_box_until_the_box_is_emptied()
    {
        await Open();
        var ballot = Some.Cast(Box, _anna, payload: """{"dots":{"k1":3}}""");

        Assert.Equal(CastOutcome.Cast, await Cast(ballot));
        Assert.Equal(1, await Count());

        var item = Assert.Single((await Empty())!.Value);
        Assert.Equal((ballot.Item, ballot.EditHash), (item.Item, item.EditHash));
        Assert.Equal(ballot.Payload, item.Payload);
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_retry_is_accepted_and_counted_once()
    {
        await Open();
        var ballot = Some.Cast(Box, _anna);

        Assert.Equal(CastOutcome.Cast, await Cast(ballot));
        Assert.Equal(CastOutcome.Cast, await Cast(ballot));
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_roll_is_refused_whatever_they_send()
    {
        await Open();
        var stranger = Some.Person();

        Assert.Equal(CastOutcome.NotOnRoll, await Cast(Some.Cast(Box, stranger)));
        Assert.Equal(CastOutcome.NotOnRoll, await Cast(Some.Cast(Box, stranger, key: "k")));
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_second_ballot_from_another_device_is_refused()
    {
        await Open();
        await Cast(Some.Cast(Box, _anna));

        Assert.Equal(CastOutcome.CastElsewhere, await Cast(Some.Cast(Box, _anna)));
        Assert.Equal(CastOutcome.CastElsewhere, await Cast(Some.Cast(Box, _anna, key: "lost")));
        Assert.Equal(CastOutcome.Cast, await Cast(Some.Cast(Box, _bakyt)));
        Assert.Equal(2, await Count());
    }

    [Fact]
    public async Task A_ballot_is_replaced_by_its_chain_of_keys_and_each_key_works_once()
    {
        await Open();
        var item = Some.Hex(16);
        await Cast(Some.Cast(Box, _anna, item, "1", nextKey: "key1"));

        Assert.Equal(CastOutcome.Replaced, await Cast(Some.Cast(Box, _anna, item, "2", nextKey: "key2", key: "key1")));
        Assert.Equal(CastOutcome.Replaced, await Cast(Some.Cast(Box, _anna, item, "3", nextKey: "key3", key: "key2")));
        Assert.Equal(CastOutcome.WrongKey, await Cast(Some.Cast(Box, _anna, item, "4", nextKey: "key4", key: "key1")));
        Assert.Equal(CastOutcome.WrongKey, await Cast(Some.Cast(Box, _anna, item, "4", nextKey: "key4", key: "KEY3")));

        var left = Assert.Single((await Empty())!.Value);
        Assert.Equal(("3", Some.HashOf("key3")), (Encoding.UTF8.GetString(left.Payload.AsSpan()), left.EditHash));
    }

    [Fact]
    public async Task A_replacement_whose_acknowledgement_was_lost_is_recognised_and_changes_nothing_more()
    {
        await Open();
        var item = Some.Hex(16);
        await Cast(Some.Cast(Box, _anna, item, "1", nextKey: "key1"));
        var replacement = Some.Cast(Box, _anna, item, "2", nextKey: "key2", key: "key1");

        Assert.Equal(CastOutcome.Replaced, await Cast(replacement));
        Assert.Equal(CastOutcome.Replaced, await Cast(replacement));

        // A late copy of the first cast brings nothing back.
        Assert.Equal(CastOutcome.Cast, await Cast(Some.Cast(Box, _anna, item, "1", nextKey: "key1")));
        Assert.Equal("2", Encoding.UTF8.GetString(Assert.Single((await Empty())!.Value).Payload.AsSpan()));
    }

    [Fact]
    public async Task Replacing_what_was_never_cast_is_refused_and_leaves_the_vote_unused()
    {
        await Open();
        Assert.Equal(CastOutcome.WrongKey, await Cast(Some.Cast(Box, _anna, key: "key1")));
        Assert.Equal(0, await Count());
        Assert.Equal(CastOutcome.Cast, await Cast(Some.Cast(Box, _anna)));
    }

    [Fact]
    public async Task A_box_that_is_closed_or_was_never_opened_takes_nothing()
    {
        Assert.Equal(CastOutcome.Closed, await Cast(Some.Cast(Box, _anna)));
        await Open();
        var ballot = Some.Cast(Box, _anna, nextKey: "key1");
        await Cast(ballot);
        await Empty();

        Assert.Equal(CastOutcome.Closed, await Cast(ballot));
        Assert.Equal(CastOutcome.Closed, await Cast(Some.Cast(Box, _anna, ballot.Item, key: "key1")));
        Assert.Equal(CastOutcome.Closed, await Cast(Some.Cast(Box, _bakyt)));
    }

    [Fact]
    public async Task A_box_is_emptied_once()
    {
        Assert.Null(await Empty());
        await Open();
        Assert.Empty((await Empty())!.Value);
        Assert.Null(await Empty());
    }

    [Fact]
    public async Task A_box_is_opened_once()
    {
        Assert.True(await Open());
        Assert.False(await Open());
    }

    [Fact]
    public async Task An_item_of_one_box_is_unknown_to_another_box_and_to_another_workshops_box_of_the_same_name()
    {
        await Open();
        await _log.Transact(_workshop, t => t.Open(new("other", [_anna])), Some.Token);
        var workshop = Some.Workshop();
        await _log.Transact(workshop, t => t.Open(new(Box, [_anna])), Some.Token);
        var ballot = Some.Cast(Box, _anna, nextKey: "key1");
        await Cast(ballot);

        Assert.Equal(CastOutcome.WrongKey, await Cast(Some.Cast("other", _anna, ballot.Item, key: "key1")));
        Assert.Equal(CastOutcome.Cast, await Cast(ballot with { Box = "other" }));
        var outcome = CastOutcome.Closed;
        await _log.Transact(workshop, t => outcome = t.Cast(ballot), Some.Token);
        Assert.Equal(CastOutcome.Cast, outcome);
        Assert.Equal(1, await _log.CountItems(workshop, Box, Some.Token));
    }

    [Fact]
    public async Task Items_come_out_in_the_order_of_their_random_ids()
    {
        var voters = Enumerable.Range(0, 30).Select(_ => Some.Person()).ToImmutableArray();
        await _log.Transact(_workshop, t => t.Open(new(Box, voters)), Some.Token);
        foreach (var voter in voters)
        {
            await Cast(Some.Cast(Box, voter));
        }

        var ids = (await Empty())!.Value.Select(i => i.Item).ToList();
        Assert.Equal(30, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task If_somebody_else_was_first_with_the_commit_the_box_stays_open_and_full()
    {
        await Open();
        await Cast(Some.Cast(Box, _anna));
        await _log.Transact(_workshop, t => t.Append(Some.Commit(_workshop)), Some.Token);

        var isWritten = await _log.Transact(
            _workshop,
            t =>
            {
                Assert.Single(t.Empty(Box)!.Value);
                t.Append(Some.Commit(_workshop));
            },
            Some.Token);

        Assert.False(isWritten);
        Assert.Equal(1, await Count());
        Assert.Equal(CastOutcome.Cast, await Cast(Some.Cast(Box, _bakyt)));
        Assert.Equal(2, (await Empty())!.Value.Length);
    }

    [Fact]
    public async Task When_a_cast_races_the_closing_what_is_counted_is_what_was_acknowledged()
    {
        var other = _database.OpenLog();
        for (var round = 0; round < 200; round++)
        {
            var box = $"vote-{round}";
            await _log.Transact(_workshop, t => t.Open(new(box, [_anna, _bakyt])), Some.Token);
            var casts = new[] { (_log, _anna), (other, _bakyt) }.Select(async c =>
            {
                var outcome = CastOutcome.Closed;
                await c.Item1.Transact(_workshop, t => outcome = t.Cast(Some.Cast(box, c.Item2)), Some.Token);
                return outcome;
            });
            ImmutableArray<SealedItem>? counted = null;
            var closing = (round % 2 == 0 ? _log : other).Transact(_workshop, t => counted = t.Empty(box), Some.Token);
            var outcomes = await Task.WhenAll(casts);
            await closing;

            Assert.All(outcomes, o => Assert.True(o is CastOutcome.Cast or CastOutcome.Closed));
            Assert.Equal(outcomes.Count(o => o == CastOutcome.Cast), counted!.Value.Length);
        }
    }

    Task<bool> Open() => _log.Transact(_workshop, t => t.Open(new(Box, [_anna, _bakyt])), Some.Token);

    async Task<CastOutcome> Cast(SealedCast cast)
    {
        var outcome = (CastOutcome)(-1);
        Assert.True(await _log.Transact(_workshop, t => outcome = t.Cast(cast), Some.Token));
        return outcome;
    }

    async Task<ImmutableArray<SealedItem>?> Empty()
    {
        ImmutableArray<SealedItem>? items = null;
        Assert.True(await _log.Transact(_workshop, t => items = t.Empty(Box), Some.Token));
        return items;
    }

    Task<int> Count() => _log.CountItems(_workshop, Box, Some.Token);
}
