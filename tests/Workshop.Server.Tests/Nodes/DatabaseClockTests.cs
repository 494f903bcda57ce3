using Microsoft.Extensions.Time.Testing;
using Workshop.Server.Health;

namespace Workshop.Server.Tests.Nodes;

/// <summary>Nodes whose own clocks are far apart have one time: the database's.</summary>
public sealed class DatabaseClockTests
{
    static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(0)]
    public async Task An_hour_apart_nodes_agree_to_half_the_time_of_an_answer(int minutes)
    {
        var own = new FakeTimeProvider(Noon.AddMinutes(minutes));
        var clock = new DatabaseClock(own);
        var trip = TimeSpan.FromMilliseconds(40);

        await clock.Compare(_ => Answer(own, trip, Noon + (trip / 2)), TestContext.Current.CancellationToken);

        Assert.InRange((clock.GetUtcNow() - (Noon + trip)).Duration(), TimeSpan.Zero, trip / 2);
        own.Advance(TimeSpan.FromSeconds(30));
        Assert.InRange((clock.GetUtcNow() - (Noon + trip + TimeSpan.FromSeconds(30))).Duration(), TimeSpan.Zero, trip / 2);
    }

    [Fact]
    public async Task A_difference_within_the_uncertainty_does_not_make_time_tremble()
    {
        var own = new FakeTimeProvider(Noon);
        var clock = new DatabaseClock(own);
        var trip = TimeSpan.FromMilliseconds(40);

        await clock.Compare(_ => Answer(own, trip, Noon + TimeSpan.FromMilliseconds(35)), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public async Task An_answer_that_took_too_long_is_not_believed()
    {
        var own = new FakeTimeProvider(Noon);
        var clock = new DatabaseClock(own);

        await clock.Compare(_ => Answer(own, TimeSpan.FromSeconds(5), Noon.AddHours(1)), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public async Task Waits_inside_the_process_do_not_depend_on_it()
    {
        var own = new FakeTimeProvider(Noon);
        var clock = new DatabaseClock(own);
        var rang = false;
        await using var timer = clock.CreateTimer(_ => rang = true, null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        var start = clock.GetTimestamp();

        await clock.Compare(_ => Task.FromResult(Noon.AddHours(1)), TestContext.Current.CancellationToken);

        Assert.False(rang);
        Assert.Equal(TimeSpan.Zero, clock.GetElapsedTime(start));
        own.Advance(TimeSpan.FromSeconds(10));
        Assert.True(rang);
    }

    static Task<DateTimeOffset> Answer(FakeTimeProvider own, TimeSpan trip, DateTimeOffset at)
    {
        own.Advance(trip);
        return Task.FromResult(at);
    }
}
