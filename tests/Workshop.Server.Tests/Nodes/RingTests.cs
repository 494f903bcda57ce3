using System.Text;
using Microsoft.Extensions.Time.Testing;
using Workshop.Server.Doorbell;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>What is a ring, and how often one is followed.</summary>
public sealed class RingTests
{
    static readonly WorkshopId Workshop = WorkshopId.Of(Some.Id());

    [Fact]
    public void A_ring_is_read_as_it_was_written()
    {
        var ring = new Ring(Workshop, long.MaxValue);

        Assert.Equal(ring, Ring.Read(ring.ToBytes()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("""{"workshop":"w","seq":0}""")]
    [InlineData("""{"workshop":"w","seq":-5}""")]
    [InlineData("""{"workshop":"w","seq":9223372036854775808}""")]
    [InlineData("""{"workshop":"w","seq":1.5}""")]
    [InlineData("""{"workshop":"w"}""")]
    [InlineData("""{"seq":1}""")]
    [InlineData("""{"workshop":"w","seq":1,"more":2}""")]
    [InlineData("""{"workshop":"w","workshop":"v","seq":1}""")]
    [InlineData("""{"workshop":"a/b","seq":1}""")]
    [InlineData("""{"workshop":"w","seq":1}{"workshop":"w","seq":2}""")]
    public void Everything_else_is_none(string message) => Assert.Null(Ring.Read(Encoding.UTF8.GetBytes(message)));

    [Fact]
    public void What_is_too_long_is_none_whatever_it_says() =>
        Assert.Null(Ring.Read(Encoding.UTF8.GetBytes($$"""{"workshop":"{{Workshop}}","seq":1{{new string(' ', 200)}}}""")));

    [Fact]
    public void However_often_it_is_rung_a_log_is_looked_at_ten_times_a_second()
    {
        var clock = new FakeTimeProvider();
        using var heard = new HeardRings(clock);
        var followed = new List<Ring>();
        for (var millisecond = 0; millisecond < 1_000; millisecond++)
        {
            heard.Add(new(Workshop, 1 + millisecond));
            followed.AddRange(heard.TakeDue());
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        clock.Advance(HeardRings.Pause);
        followed.AddRange(heard.TakeDue());

        Assert.Equal(new Ring(Workshop, 1), followed[0]);
        Assert.Equal(11, followed.Count);
        Assert.Equal(new Ring(Workshop, 1_000), followed[^1]);
        Assert.Empty(heard.TakeDue());
    }

    [Fact]
    public void A_log_that_is_rung_all_the_time_delays_no_other()
    {
        var clock = new FakeTimeProvider();
        using var heard = new HeardRings(clock);
        heard.Add(new(Workshop, 1));
        Assert.Single(heard.TakeDue());

        heard.Add(new(Workshop, 2));
        heard.Add(new(WorkshopId.Of(Some.Id()), 7));

        Assert.Equal(7, Assert.Single(heard.TakeDue()).Seq);
    }

    [Fact]
    public void Of_what_waits_to_be_sent_only_the_newest_place_of_each_log_is_kept()
    {
        using var rings = new RingsToSend(isCarried: true);
        for (var seq = 1; seq <= 10_000; seq++)
        {
            rings.Add(new(Workshop, seq));
        }

        Assert.Equal([new Ring(Workshop, 10_000)], rings.Take());
        Assert.Empty(rings.Take());
    }
}
