using System.Text;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;

namespace Workshop.Core.Tests.Kernel;

public class CommitTests
{
    static readonly WorkshopId Workshop = WorkshopId.Of("w1");
    static readonly ImmutableArray<IEvent> Events = [new SessionOpened(), Some.Card("c1", text: "Қазақ «тіл» < & \" \u00a0\u200f 😀 ٤٨٢")];
    static readonly Commit First = Write(1, Commit.NoHash, Events);

    [Fact]
    public void What_is_written_is_read_with_the_facts_of_its_commit()
    {
        var read = First.Read();
        Assert.Equal(Events[1], read[1].Event);
        Assert.Equal((Some.Command, 1, Some.Now, PersonId.Of("aigerim")), (read[0].Command, read[0].Seq, read[0].At, read[0].By!.Value));
        Assert.Empty(Write(2, First.Hash, []).Read());
    }

    [Fact]
    public void Acts_of_the_system_and_of_newcomers_have_no_person()
    {
        foreach (var (actor, name) in new[] { (Actor.System, "system"), (Actor.Newcomer, "newcomer") })
        {
            var commit = Commit.Write(Workshop, 1, Commit.NoHash, AskingOf(actor, Some.Now), [], [new SessionOpened()]);
            Assert.Equal((name, (PersonId?)null), (commit.Actor, commit.Read()[0].By));
        }
    }

    [Fact]
    public void Events_are_written_as_UTF8_that_people_can_read()
    {
        var written = Encoding.UTF8.GetString(First.Events.AsSpan());
        Assert.Contains("Қазақ «тіл»", written, StringComparison.Ordinal);
        Assert.StartsWith("""[{"type":"sessionOpened"},{"type":"cardAdded","card":"c1",""", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_is_written_in_whole_milliseconds_of_UTC()
    {
        var commit = Commit.Write(Workshop, 1, Commit.NoHash,
            AskingOf(Some.Aigerim, new DateTimeOffset(2031, 3, 14, 15, 26, 53, TimeSpan.FromHours(6)).AddTicks(1_239_999)), [], []);
        Assert.Equal(new DateTimeOffset(2031, 3, 14, 9, 26, 53, 123, TimeSpan.Zero), commit.At);
        Assert.Equal(TimeSpan.Zero, commit.At.Offset);
    }

    [Fact]
    public void The_chain_of_hashes_holds()
    {
        var second = Write(2, First.Hash, []);
        Assert.Equal(First.Hash, First.ComputeHash(Commit.NoHash));
        Assert.Equal(second.Hash, second.ComputeHash(First.Hash));
        Assert.Equal(32, First.Hash.Length);
    }

    [Fact]
    public void Whatever_is_changed_in_a_row_breaks_the_chain()
    {
        var hash = First.Hash;
        foreach (var forged in new[]
        {
            First with { Workshop = WorkshopId.Of("w2") },
            First with { Seq = 2 },
            First with { V = 2 },
            First with { Command = CommandId.Of("another") },
            First with { Actor = "bruno" },
            First with { At = First.At.AddMilliseconds(1) },
            First with { BodyHash = [.. First.BodyHash, 0] },
            First with { Events = [.. First.Events, (byte)' '] },
        })
        {
            Assert.NotEqual(hash, forged.ComputeHash(Commit.NoHash));
        }

        Assert.NotEqual(hash, First.ComputeHash(hash));
        // Bytes that move from one field to the next are a change too.
        Assert.NotEqual(
            (First with { Command = CommandId.Of("ab"), Actor = "c" }).ComputeHash(Commit.NoHash),
            (First with { Command = CommandId.Of("a"), Actor = "bc" }).ComputeHash(Commit.NoHash));
    }

    /// <summary>Computed from the bytes by another program. A log that was written once must be verified for ever.</summary>
    [Fact]
    public void The_hash_of_a_row_never_changes() => Assert.Equal(
        "f4d7651cdf1bb9f5183796e332f2d5de58281f3459d3500dbcef981fe0006242",
        Convert.ToHexStringLower(Commit.Write(Workshop, 7, Commit.NoHash, AskingOf(Some.Aigerim, Some.Now), [1, 2, 3], [new SessionOpened()]).Hash.AsSpan()));

    [Fact]
    public void The_hash_of_a_body_tells_a_retry_from_another_command()
    {
        var command = new AddCard { Activity = ActivityId.Of("board"), Text = "One" };
        var hash = Commit.HashOf(command, Some.Aigerim, []);
        Assert.Equal(hash, Commit.HashOf(command with { }, Some.Aigerim, []));
        Assert.NotEqual(hash, Commit.HashOf(command with { Text = "Two" }, Some.Aigerim, []));
        Assert.NotEqual(hash, Commit.HashOf(command, Some.Bruno, []));
        Assert.NotEqual(hash, Commit.HashOf(command, Some.Aigerim, Some.Salt.AsSpan()));
        Assert.NotEqual(
            Commit.HashOf(new OpenSession(), Some.Facilitator, []),
            Commit.HashOf(new CloseSession(), Some.Facilitator, []));
    }

    static Commit Write(long seq, ImmutableArray<byte> previous, ImmutableArray<IEvent> events) =>
        Commit.Write(Workshop, seq, previous, AskingOf(Some.Aigerim, Some.Now), [1, 2, 3], events);

    static Asking AskingOf(Actor actor, DateTimeOffset now) => new(actor, Some.Command, now, PeopleDirectory.Empty, Some.Salt);
}
