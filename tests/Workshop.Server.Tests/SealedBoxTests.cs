using Microsoft.Data.Sqlite;
using Workshop.Core.Agenda;
using Workshop.Core.Voting;
using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>A ballot is cast once, replaced only by its device, counted if and only if it was acknowledged, and joined to nobody.</summary>
public sealed class SealedBoxTests(UnlimitedStage stage) : IClassFixture<UnlimitedStage>
{
    [Fact]
    public async Task A_ballot_is_cast_and_a_retry_is_answered_alike()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();
        var vote = await scene.Vote();
        var ballot = vote.Ballot(new());
        var id = Some.Id();

        var first = await guest.Hub.Send(ballot, id);
        var sameId = await guest.Hub.Send(ballot, id);
        var otherId = await guest.Hub.Send(ballot);

        Assert.All([first, sameId, otherId], ack => Assert.Equal(("cast", null, null), (ack.Outcome, ack.Seq, ack.Rejection?.Code)));
        Assert.Equal(1, (await Close(scene, vote)).GetProperty("ballots").GetInt32());
    }

    [Fact]
    public async Task A_device_replaces_its_ballot_by_a_key_that_works_once_and_a_lost_answer_is_recognised()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();
        var vote = await scene.Vote();
        var device = new Device();
        await guest.Hub.Do(vote.Ballot(device));

        var key = device.TakeKey();
        var replacement = vote.Ballot(device, key);
        var replaced = await guest.Hub.Send(replacement);
        var lostAnswer = await guest.Hub.Send(replacement);
        device.TakeKey();
        var usedKey = await guest.Hub.Send(vote.Ballot(device, key));

        Assert.Equal("replaced", replaced.Outcome);
        Assert.Equal("replaced", lostAnswer.Outcome);
        Assert.Equal("voting.wrong-key", usedKey.Rejection?.Code);
        Assert.Equal(1, (await Close(scene, vote)).GetProperty("ballots").GetInt32());
    }

    [Fact]
    public async Task Another_device_of_the_same_person_can_neither_cast_again_nor_replace()
    {
        await using var scene = await stage.Open();
        var guest = await scene.Join();
        var vote = await scene.Vote();
        var device = new Device();
        await guest.Hub.Do(vote.Ballot(device));

        var again = await guest.Hub.Send(vote.Ballot(new()));
        var guessed = await guest.Hub.Send(vote.Ballot(device, Some.Hex(16)) with { EditHash = new Device().NextHash });

        Assert.Equal("voting.cast-on-another-device", again.Rejection?.Code);
        Assert.Equal("voting.wrong-key", guessed.Rejection?.Code);
    }

    [Fact]
    public async Task Who_is_not_in_the_electorate_casts_nothing()
    {
        await using var scene = await stage.Open();
        await scene.Join();
        var observer = await scene.Join("Bolat", "guests");
        var vote = await scene.Vote();
        var late = await scene.Join("Late");

        Assert.Equal("voting.not-a-voter", (await observer.Hub.Send(vote.Ballot(new()))).Rejection?.Code);
        Assert.Equal("voting.not-a-voter", (await late.Hub.Send(vote.Ballot(new()))).Rejection?.Code);
        Assert.Equal("voting.not-a-voter", (await scene.Facilitator.Send(vote.Ballot(new()))).Rejection?.Code);
    }

    [Fact]
    public async Task After_the_close_only_what_was_counted_is_accepted()
    {
        await using var scene = await stage.Open();
        var (voter, tardy) = (await scene.Join(), await scene.Join("Bolat"));
        var vote = await scene.Vote();
        var device = new Device();
        await voter.Hub.Do(vote.Ballot(device));
        var replacement = vote.Ballot(device, device.TakeKey());
        await voter.Hub.Do(replacement);
        await Close(scene, vote);

        var lateRetry = await voter.Hub.Send(replacement);
        var lateCast = await tardy.Hub.Send(vote.Ballot(new()));
        device.TakeKey();
        var lateReplacement = await voter.Hub.Send(vote.Ballot(device, device.NextKey));

        Assert.Equal("replaced", lateRetry.Outcome);
        Assert.Equal("voting.closed", lateCast.Rejection?.Code);
        Assert.Equal("voting.closed", lateReplacement.Rejection?.Code);
    }

    [Fact]
    public async Task A_closed_vote_is_closed_for_good_and_closing_twice_counts_once()
    {
        await using var scene = await stage.Open();
        await scene.Join();
        var vote = await scene.Vote();

        var acks = await Wait.For(Task.WhenAll(await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => scene.Facilitator.Begin(new CloseVoting { Activity = vote.Activity })))));

        Assert.All(acks, a => Assert.Null(a.Rejection));
        Assert.Equal("voting.closed-for-good", (await scene.Facilitator.Send(new OpenVoting { Activity = vote.Activity })).Rejection?.Code);
        Assert.Equal(1, await Log(scene, "SELECT COUNT(*) FROM log WHERE workshop = $w AND CAST(events AS TEXT) LIKE '%votingClosed%'"));
    }

    [Fact]
    public async Task Of_ballots_that_race_the_close_exactly_those_that_were_acknowledged_are_counted()
    {
        const int votesPerWorkshop = 100;
        var (cast, refused) = (0, 0);
        for (var workshop = 0; workshop < 2; workshop++)
        {
            await using var scene = await stage.Open();
            var guests = new List<Guest>();
            for (var i = 0; i < 4; i++)
            {
                guests.Add(await scene.Join($"Voter {i}"));
            }

            var first = await scene.Vote();
            for (var round = 0; round < votesPerWorkshop; round++)
            {
                var vote = first with { Activity = ActivityId.Of(await scene.Facilitator.Do(Some.Vote())) };
                await scene.Facilitator.Do(new OpenVoting { Activity = vote.Activity });

                var acks = await CastWhileClosing(scene, vote, guests, closeBefore: round % (guests.Count + 1));

                var counted = await Log(
                    scene, "SELECT json_extract(CAST(events AS TEXT), '$[0].ballots') FROM log WHERE workshop = $w AND CAST(events AS TEXT) LIKE '%votingClosed%' ORDER BY seq DESC LIMIT 1");
                Assert.All(acks.Where(a => a.Outcome is null), a => Assert.Equal("voting.closed", a.Rejection?.Code));
                Assert.Equal(acks.Count(a => a.Outcome == "cast"), counted);
                cast += acks.Count(a => a.Outcome == "cast");
                refused += acks.Count(a => a.Outcome is null);
            }
        }

        Assert.True(cast > 50 && refused > 50, $"There was no race: {cast} cast, {refused} refused.");
    }

    static async Task<Ack[]> CastWhileClosing(Scene scene, OpenVote vote, List<Guest> guests, int closeBefore)
    {
        var casts = new List<Task<Ack>>();
        for (var i = 0; i < guests.Count; i++)
        {
            if (i == closeBefore)
            {
                await scene.Facilitator.Begin(new CloseVoting { Activity = vote.Activity });
            }

            casts.Add(await guests[i].Hub.Begin(vote.Ballot(new())));
        }

        var acks = await Wait.For(Task.WhenAll(casts));
        await scene.Facilitator.Do(new CloseVoting { Activity = vote.Activity });
        return acks;
    }

    [Fact]
    public async Task During_a_secret_vote_no_frame_no_log_no_table_and_no_output_tells_a_ballot_or_a_tally()
    {
        await using var scene = await stage.Open();
        var guests = new List<Guest>();
        for (var i = 0; i < 4; i++)
        {
            guests.Add(await scene.Join($"Voter {i}"));
        }

        await using var screen = await scene.Dana.Connect(scene.Workshop, "screen");
        var vote = await scene.Vote();
        var topic = $"activity:{vote.Activity}";
        await scene.Facilitator.Watch("public/now", "staff/now", $"public/{topic}", $"staff/{topic}");
        await screen.Watch("public/now", $"public/{topic}");
        foreach (var guest in guests)
        {
            await guest.Hub.Watch("public/now", $"public/{topic}", $"person:{guest.Person}/now", $"person:{guest.Person}/{topic}");
        }

        var devices = guests.Select(_ => new Device()).ToList();
        var ids = new List<string>();
        foreach (var (guest, device) in guests.Zip(devices))
        {
            ids.Add((await guest.Hub.Send(vote.Ballot(device))).Id);
        }

        await Wait.Until(() => screen.Messages.Any(m => m.Name == "ambient" && m.Body.GetRawText().Contains("\"ballots\":4", StringComparison.Ordinal)));

        // The acks that a voter gets are their own; everything else that anyone got is searched.
        var seen = string.Join('\n', guests.Select(g => g.Hub).Append(scene.Facilitator).Append(screen)
            .SelectMany(h => h.Messages).Where(m => m.Name != "ack").Select(m => m.Body.GetRawText()));
        var wholes = string.Join('\n', await Task.WhenAll(new[] { "public/now", "staff/now", $"public/{topic}", $"staff/{topic}", "public/plan" }
            .Select(async v => (await scene.Dana.View(scene.Workshop, v)).Body)));
        var output = string.Join('\n', stage.Server.Output);
        var log = await Dump(scene, "SELECT command, actor, body_hash, events FROM log WHERE workshop = $w");
        var everywhere = seen + wholes + output + log;
        foreach (var secret in devices.SelectMany(d => new[] { d.Ballot, d.NextHash, d.NextKey }).Concat(devices.Select(d => Ballot.ReceiptOf(d.Ballot))))
        {
            Assert.DoesNotContain(secret, everywhere, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var id in ids)
        {
            Assert.DoesNotContain(id, seen + wholes + output + await DumpAll(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("\"voters\"", everywhere, StringComparison.Ordinal);
        Assert.DoesNotContain("votingClosed", everywhere, StringComparison.Ordinal);
        Assert.DoesNotContain("castBallot", everywhere, StringComparison.OrdinalIgnoreCase);

        // The two tables of a box share nothing but the box; the items bear no person.
        var items = await Dump(scene, "SELECT id, box, payload, edit_hash FROM item WHERE box LIKE $w || '/%'");
        Assert.All(guests, g => Assert.DoesNotContain(g.Person.Value, items, StringComparison.Ordinal));
        Assert.Equal(["box", "edit_hash", "id", "payload"], (await Columns("item")).Order());
        Assert.Equal(["box", "person", "voted"], (await Columns("roll")).Order());
    }

    [Fact]
    public async Task After_the_close_no_file_of_the_database_holds_a_ballot()
    {
        await using var scene = await stage.Open();
        var guests = new List<Guest> { await scene.Join("A"), await scene.Join("B"), await scene.Join("C") };
        var vote = await scene.Vote();
        var devices = guests.ConvertAll(_ => new Device());
        foreach (var (guest, device) in guests.Zip(devices))
        {
            await guest.Hub.Do(vote.Ballot(device));
        }

        await Close(scene, vote);

        await Wait.Until(() => devices.TrueForAll(d => Directory.EnumerateFiles(stage.Server.Data)
            .All(file => !ReadShared(file).Contains(d.Ballot, StringComparison.Ordinal))));
    }

    static async Task<System.Text.Json.JsonElement> Close(Scene scene, OpenVote vote)
    {
        var ack = await scene.Facilitator.Send(new CloseVoting { Activity = vote.Activity });
        Assert.Null(ack.Rejection);
        var view = await scene.Dana.View(scene.Workshop, $"public/activity:{vote.Activity}", ack.Seq!.Value);
        return System.Text.Json.JsonDocument.Parse(view.Body).RootElement.GetProperty("records").EnumerateArray()
            .Single(r => r.GetProperty("id").GetString() == $"result:{vote.Activity}");
    }

    static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    async Task<long> Log(Scene scene, string sql) => await Query(sql, scene, reader => reader.Read() ? reader.GetInt64(0) : -1);

    async Task<string> Dump(Scene? scene, string sql) => await Query(sql, scene, reader =>
    {
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes) + Convert.ToHexStringLower(bytes),
                var value => value.ToString(),
            })));
        }

        return string.Join('\n', lines);
    });

    async Task<string> DumpAll()
    {
        var tables = (await Dump(null, "SELECT name FROM sqlite_schema WHERE type = 'table'")).Split('\n');
        return string.Join('\n', await Task.WhenAll(tables.Select(t => Dump(null, $"SELECT * FROM {t}"))));
    }

    async Task<string[]> Columns(string table) => (await Dump(null, $"SELECT name FROM pragma_table_info('{table}')")).Split('\n');

    async Task<T> Query<T>(string sql, Scene? scene, Func<SqliteDataReader, T> read)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(stage.Server.Data, "workshop.db")};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$w", scene?.Workshop.Value ?? "");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        return read(reader);
    }
}
