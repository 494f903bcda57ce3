using Workshop.Rehearsal.Client;

namespace Workshop.Rehearsal.Tests;

public sealed class ReplicaTests
{
    const string View = "public/now";

    readonly Replica _replica = new();

    public ReplicaTests() => _replica.Hold([View]);

    [Fact]
    public void A_frame_that_follows_on_is_applied()
    {
        Fetch(seq: 5, "a");

        Assert.Equal(FrameOutcome.Applied, _replica.Take(Frame(prev: 3, seq: 7, ["b"], ["a"])));
        Assert.Equal(["b"], Ids());
        Assert.Equal(7, _replica.Have[View]);
    }

    [Fact]
    public void A_frame_that_brings_nothing_new_is_ignored()
    {
        Fetch(seq: 5, "a");

        Assert.Equal(FrameOutcome.Ignored, _replica.Take(Frame(prev: 4, seq: 5, ["b"], [])));
        Assert.Equal(["a"], Ids());
    }

    [Fact]
    public void A_frame_behind_a_gap_changes_nothing()
    {
        Fetch(seq: 5, "a");

        Assert.Equal(FrameOutcome.Gap, _replica.Take(Frame(prev: 6, seq: 7, ["b"], [])));
        Assert.Equal(["a"], Ids());
    }

    [Fact]
    public void Frames_that_come_while_a_view_is_fetched_are_applied_behind_it()
    {
        Assert.Equal(0, _replica.BeginFetch(View, at: 0));
        Assert.Equal(FrameOutcome.Kept, _replica.Take(Frame(prev: 4, seq: 5, ["old"], [])));
        Assert.Equal(FrameOutcome.Kept, _replica.Take(Frame(prev: 5, seq: 6, ["new"], [])));

        Assert.True(_replica.Take(Snapshot(seq: 5, "a")));
        Assert.Equal(["a", "new"], Ids());
    }

    [Fact]
    public void A_view_that_came_too_old_is_fetched_again()
    {
        _replica.BeginFetch(View, at: 5);
        Assert.Null(_replica.BeginFetch(View, at: 9));

        Assert.False(_replica.Take(Snapshot(seq: 6, "a")));
        Assert.Equal(9, _replica.BeginFetch(View, at: 5));
    }

    [Fact]
    public void Views_that_are_no_longer_held_are_forgotten()
    {
        Fetch(seq: 5, "a");

        _replica.Hold(["public/plan"]);

        Assert.Empty(_replica.Records(View));
        Assert.Equal(FrameOutcome.Ignored, _replica.Take(Frame(prev: 5, seq: 6, ["b"], [])));
    }

    [Fact]
    public async Task Whoever_waits_for_a_change_is_woken_by_the_next_one()
    {
        var changed = _replica.Changed;
        Assert.False(changed.IsCompleted);

        Fetch(seq: 5, "a");

        await changed.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    void Fetch(long seq, params string[] ids)
    {
        _replica.BeginFetch(View, seq);
        Assert.True(_replica.Take(Snapshot(seq, ids)));
    }

    IEnumerable<string> Ids() => _replica.Records(View).Keys.Order(StringComparer.Ordinal);

    static Snapshot Snapshot(long seq, params string[] ids) => new("build", View, seq, [.. ids.Select(Record)]);

    static Frame Frame(long prev, long seq, string[] put, string[] drop) => new(View, prev, seq, [.. put.Select(Record)], [.. drop]);

    static JsonElement Record(string id) => JsonSerializer.SerializeToElement(new { type = "thing", id });
}
