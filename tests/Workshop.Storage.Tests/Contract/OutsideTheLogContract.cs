using System.Xml.Linq;

namespace Workshop.Storage.Tests.Contract;

/// <summary>What lies beside the log, whatever the database: accounts, memberships, doors, sessions, presence, keys.</summary>
public abstract class OutsideTheLogContract : IDisposable
{
    readonly IDatabaseUnderTest _under;
    readonly IDatabase _database;
    readonly WorkshopLog _log;
    readonly Accounts _accounts;

    protected OutsideTheLogContract(IDatabaseUnderTest database)
    {
        _under = database;
        _database = database.Open();
        _log = new WorkshopLog(_database);
        _accounts = new(_database);
    }

    public void Dispose() => _under.Dispose();

    [Fact]
    public async Task An_account_is_found_by_id_and_by_login_name_as_it_was_made()
    {
        var account = Some.Account();
        Assert.False(await _accounts.Any(Some.Token));
        Assert.True(await _accounts.Create(account, Some.Token));

        Assert.Equivalent(account, await _accounts.Find(account.Id, Some.Token), strict: true);
        Assert.Equivalent(account, await _accounts.FindByLogin(account.NormalizedLogin, Some.Token), strict: true);
        Assert.Null(await _accounts.Find("other", Some.Token));
        Assert.Null(await _accounts.FindByLogin("OTHER", Some.Token));
        Assert.True(await _accounts.Any(Some.Token));
    }

    [Fact]
    public async Task A_login_name_is_given_once()
    {
        Assert.True(await _accounts.Create(Some.Account("aigerim"), Some.Token));
        Assert.False(await _accounts.Create(Some.Account("Aigerim"), Some.Token));

        var other = Some.Account("bolat");
        Assert.True(await _accounts.Create(other, Some.Token));
        other.NormalizedLogin = "AIGERIM";
        Assert.False(await _accounts.Update(other, Some.Token));
    }

    [Fact]
    public async Task Of_two_updates_that_start_from_the_same_account_one_is_refused()
    {
        var account = Some.Account();
        await _accounts.Create(account, Some.Token);
        var stale = (await _accounts.Find(account.Id, Some.Token))!;

        account.SecurityStamp = "new";
        Assert.True(await _accounts.Update(account, Some.Token));
        Assert.False(await _accounts.Update(stale, Some.Token));
        account.DisplayName = "А. Сапарова";
        Assert.True(await _accounts.Update(account, Some.Token));

        Assert.Equivalent(account, await _accounts.Find(account.Id, Some.Token), strict: true);
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_even_if_they_come_at_once_and_forgotten_after_a_right_one()
    {
        var account = Some.Account();
        await _accounts.Create(account, Some.Token);

        var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _accounts.AddFailure(account.Id, Some.Token)));
        await _accounts.Delay(account.Id, Some.Time.AddMinutes(1), Some.Token);

        Assert.Equal(Enumerable.Range(1, 20), counts.Order());
        var delayed = (await _accounts.Find(account.Id, Some.Token))!;
        Assert.Equal((20, Some.Time.AddMinutes(1)), (delayed.Failures, delayed.DelayedUntil));

        Assert.True(await _accounts.Update(delayed, Some.Token));
        await _accounts.ClearFailures(account.Id, Some.Token);
        var cleared = (await _accounts.Find(account.Id, Some.Token))!;
        Assert.Equal((0, null), (cleared.Failures, cleared.DelayedUntil));
        Assert.Equal(0, await _accounts.AddFailure("nobody", Some.Token));
    }

    [Fact]
    public async Task Security_stamps_are_read_for_many_accounts_at_once()
    {
        var (a, b) = (Some.Account("a"), Some.Account("b"));
        await _accounts.Create(a, Some.Token);
        await _accounts.Create(b, Some.Token);

        Assert.Equal(
            new Dictionary<string, string> { [a.Id] = a.SecurityStamp, [b.Id] = b.SecurityStamp },
            await _accounts.SecurityStamps([a.Id, b.Id, "gone"], Some.Token));
    }

    [Fact]
    public async Task The_newest_setup_link_alone_is_good_and_makes_the_first_account_once()
    {
        var links = new SetupLinks(_database);
        Assert.True(await links.Create("h1", Some.Time, Some.Token));
        Assert.True(await links.Create("h2", Some.Time, Some.Token));
        Assert.False(await links.IsGood("h1", Some.Token));
        Assert.True(await links.IsGood("h2", Some.Token));

        Assert.False(await links.Use("h1", Some.Account(), Some.Token));
        var used = await Task.WhenAll(
            links.Use("h2", Some.Account("a"), Some.Token), links.Use("h2", Some.Account("b"), Some.Token), links.Use("h2", Some.Account("c"), Some.Token));

        Assert.Single(used, u => u);
        Assert.False(await links.IsGood("h2", Some.Token));
        Assert.False(await links.Create("h3", Some.Time, Some.Token));
    }

    [Fact]
    public async Task A_link_for_a_new_password_is_good_once_until_its_time_and_until_the_next_one()
    {
        var links = new ResetLinks(_database);
        var account = Some.Account();
        await _accounts.Create(account, Some.Token);
        await links.Create(account.Id, "h1", Some.Time.AddDays(1), Some.Token);
        await links.Create(account.Id, "h2", Some.Time.AddDays(1), Some.Token);

        Assert.Null(await links.AccountOf("h1", Some.Time, Some.Token));
        Assert.Equal(account.Id, await links.AccountOf("h2", Some.Time, Some.Token));
        Assert.Null(await links.AccountOf("h2", Some.Time.AddDays(2), Some.Token));

        await _accounts.AddFailure(account.Id, Some.Token);
        account.PasswordHash = "another";
        Assert.False(await links.Use("h2", Some.Time.AddDays(2), account, Some.Token));
        var used = await Task.WhenAll(links.Use("h2", Some.Time, account, Some.Token), links.Use("h2", Some.Time, account, Some.Token));

        Assert.Single(used, u => u);
        var now = (await _accounts.Find(account.Id, Some.Token))!;
        Assert.Equal(("another", 0), (now.PasswordHash, now.Failures));
    }

    [Fact]
    public async Task A_sign_in_that_was_ended_is_known_until_its_cookie_would_have_ended()
    {
        var ended = new EndedSignIns(_database);
        await ended.End("h1", Some.Time, Some.Time.AddHours(1), Some.Token);
        await ended.End("h1", Some.Time, Some.Time.AddHours(1), Some.Token);
        await ended.End("h2", Some.Time.AddMinutes(30), Some.Time.AddHours(3), Some.Token);

        Assert.Equal(["h1", "h2"], (await ended.Among(["h1", "h2", "h3"], Some.Token)).Order());
        await ended.End("h3", Some.Time.AddHours(2), Some.Time.AddHours(3), Some.Token);
        Assert.Equal(["h2", "h3"], (await ended.Among(["h1", "h2", "h3"], Some.Token)).Order());
    }

    [Fact]
    public async Task A_workshop_comes_into_being_with_its_facilitator_and_its_door_or_not_at_all()
    {
        var (first, second, person) = (Some.Workshop(), Some.Workshop(), Some.Person());
        var memberships = new Memberships(_database);
        var doors = new Doors(_database);

        Assert.True(await Create(first, "111222333"));
        Assert.False(await Create(second, "111222333"));
        Assert.Null(await memberships.Find("account", second, Some.Token));
        Assert.Empty(await _log.Heads([second], Some.Token));
        Assert.True(await Create(second, "444555666"));

        Assert.Equal(person, await memberships.Find("account", first, Some.Token));
        Assert.Null(await memberships.Find("other", first, Some.Token));
        Assert.Equal(
            new[] { first, second }.OrderByDescending(w => w.Value).Select(w => new MembershipRow("account", w, person)),
            await memberships.Of("account", Some.Token));
        Assert.Equal(first, await doors.Find("111222333", Some.Token));
        Assert.Null(await doors.Find("999999999", Some.Token));
        Assert.Equal("444555666", await doors.CodeOf(second, Some.Token));
        Assert.Null(await doors.CodeOf(Some.Workshop(), Some.Token));

        Task<bool> Create(WorkshopId workshop, string code) => _log.Transact(
            workshop,
            t =>
            {
                t.Append(Some.Commit(workshop));
                t.Put(new MembershipRow("account", workshop, person));
                t.Put(new DoorRow(workshop, code));
            },
            Some.Token);
    }

    [Fact]
    public async Task A_device_comes_back_by_its_token_until_it_is_forgotten()
    {
        var (workshop, person) = (Some.Workshop(), Some.Person());
        var sessions = new ParticipantSessions(_database);
        var phone = new ParticipantSessionRow("token1", workshop, person, "key1", Some.Time);
        var laptop = new ParticipantSessionRow("token2", workshop, person, null, Some.Time.AddHours(1));

        Assert.True(await _log.Transact(workshop, t => t.Put(phone), Some.Token));
        Assert.True(await sessions.Create(laptop, Some.Token));
        Assert.False(await sessions.Create(laptop, Some.Token));

        Assert.Equal(phone, await sessions.Find("token1", Some.Token));
        Assert.Null(await sessions.Find("token3", Some.Token));
        Assert.Equal([phone, laptop], await sessions.Of(workshop, person, Some.Token));
        Assert.Empty(await sessions.Of(Some.Workshop(), person, Some.Token));

        await sessions.Delete("token1", Some.Token);
        Assert.Null(await sessions.Find("token1", Some.Token));
    }

    [Fact]
    public async Task Somebody_is_present_who_was_seen_by_any_node_within_half_a_minute()
    {
        var presence = new Presence(_database);
        var (workshop, other, anna, bakyt) = (Some.Workshop(), Some.Workshop(), Some.Person(), Some.Person());
        await presence.Put("node1", [new(workshop, anna), new(workshop, bakyt), new(other, anna)], Some.Time, Some.Token);
        await presence.Put("node2", [new(workshop, anna)], Some.Time.AddSeconds(5), Some.Token);

        Assert.Equal(new[] { anna, bakyt }.ToHashSet(), await At(5, workshop));
        Assert.Equal([anna], await At(5, other));
        Assert.Equal([anna], await At(31, workshop));
        Assert.Empty(await At(36, workshop));

        await presence.Put("node1", [new(workshop, bakyt)], Some.Time.AddSeconds(10), Some.Token);
        Assert.Empty(await At(10, other));
        await presence.Put("node1", [], Some.Time.AddSeconds(20), Some.Token);
        Assert.Equal([anna], await At(20, workshop));

        async Task<HashSet<PersonId>> At(int seconds, WorkshopId asked) =>
            [.. (await presence.Read([workshop, other], Some.Time.AddSeconds(seconds), Some.Token))[asked]];
    }

    [Fact]
    public async Task The_time_of_a_database_is_that_of_the_one_clock_that_its_nodes_share()
    {
        var before = DateTimeOffset.UtcNow;
        var now = await _database.Now(Some.Token);

        Assert.Equal(TimeSpan.Zero, now.Offset);
        // The database may be on another machine, whose clock is nearly right.
        Assert.InRange(now, before.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.True(await _database.Now(Some.Token) >= now);
    }

    [Fact]
    public void Keys_are_loaded_as_they_were_stored()
    {
        var keys = new DataProtectionKeys(_database);
        var key = XElement.Parse("""<key id="1"><descriptor a="b">тайна &lt;</descriptor> <empty /></key>""", LoadOptions.PreserveWhitespace);
        keys.Store(key, "key-1");
        keys.Store(new XElement("key"), "key-2");

        Assert.Equal(2, keys.Load().Count);
        Assert.Contains(keys.Load(), k => k.ToString(SaveOptions.DisableFormatting) == key.ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public async Task Outcome_tables_hold_the_plan_as_it_is_now_for_this_workshop_alone()
    {
        var (workshop, other) = (Some.Workshop(), Some.Workshop());
        var outcomes = new Core.Plan.Outcomes(
            [new(1, "k1", "Тәуекел", "kk", 21, 9, "1"), new(1, "k2", "Risque", "fr", 21, 9, null)],
            [new("l1", "1", "Тәуекелді басқару", "kk", 1)],
            [new("l3", "l1", "1.1", "Бір терезе", "kk")]);
        await _log.Transact(other, t => t.Replace(outcomes), Some.Token);
        await _log.Transact(workshop, t => t.Replace(outcomes), Some.Token);
        await _log.Transact(workshop, t => t.Replace(outcomes with { Actions = [] }), Some.Token);

        Assert.Equal(
            [(1L, "k1", "Тәуекел", "kk", 21L, 9L, "1"), (1L, "k2", "Risque", "fr", 21L, 9L, (string?)null)],
            await Query<(long, string, string, string, long, long, string?)>(
                "SELECT rank, item, name, language, dots, voters, objective FROM outcome_priority WHERE workshop = @Value ORDER BY item", workshop));
        Assert.Equal(
            [("l1", "1", "Тәуекелді басқару", "kk", (long?)1)],
            await Query<(string, string, string, string, long?)>(
                "SELECT line, number, text, language, priority_rank FROM outcome_objective WHERE workshop = @Value", workshop));
        Assert.Equal([other.Value], await Query<string>("SELECT workshop FROM outcome_action"));
    }

    Task<IEnumerable<T>> Query<T>(string sql, object? parameters = null) => _database.Read(db => db.QueryAsync<T>(sql, parameters), Some.Token);
}
