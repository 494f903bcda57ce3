using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Tests;

public sealed class TimelineTests
{
    [Fact]
    public void In_one_second_steps_close_and_open_then_people_come_then_they_contribute_and_leave_and_at_last_it_is_counted()
    {
        var moments = Timeline.Of(Recorded("second.json"));

        Assert.Equal(moments.OrderBy(m => m.T).ThenBy(m => m.Turn), moments);
        Assert.Equal(
            ["CloseStep", "OpenStep", "CountVisible"],
            moments.Where(m => m.T == 1320).Select(m => m.Act.GetType().Name));
        Assert.Equal(
            ["ComeBack", "CountVisible"],
            moments.Where(m => m.T == 1560).Select(m => m.Act.GetType().Name));
    }

    [Fact]
    public void A_gap_between_intervals_is_a_lost_connection_and_an_early_end_is_leaving()
    {
        var moments = Timeline.Of(Recorded("second.json"));

        Assert.Equal([900, 1500, 2450], moments.Where(m => m.Act is LoseConnection).Select(m => m.T));
        Assert.Equal([1080, 1560, 2455], moments.Where(m => m.Act is ComeBack).Select(m => m.T));
        Assert.Equal(["q07"], moments.Select(m => m.Act).OfType<Leave>().Select(l => l.Person.Id));
    }

    [Fact]
    public void The_excused_and_the_first_facilitator_do_not_join()
    {
        var recorded = Recorded("second.json");

        var joined = Timeline.Of(recorded).Select(m => m.Act).OfType<Join>().Select(j => j.Person.Id).ToHashSet();

        Assert.DoesNotContain("q10", joined);
        Assert.DoesNotContain("t01", joined);
        Assert.Contains("t02", joined);
        Assert.Equal(10, joined.Count);
    }

    [Fact]
    public void Anonymous_cards_are_left_out_and_counted()
    {
        var recorded = Recorded("scenario.json");
        var anonymous = new Anonymous(recorded);

        var written = Timeline.Of(recorded).Select(m => m.Act).OfType<WriteCard>().Select(w => w.Card.Id).ToList();

        Assert.Equal(["C069", "C110"], anonymous.Cards.Select(c => c.Id));
        Assert.Equal(122, written.Count);
        Assert.DoesNotContain("C069", written);
        Assert.Equal(["C069"], anonymous.VisibleAt(3600).Select(c => c.Id));
        Assert.Equal(["C069", "C110"], anonymous.VisibleAt(3300).Select(c => c.Id));
    }

    public static RecordedWorkshop Recorded(string file) => RecordedWorkshop.Read(Path.Combine(Folders.Data, file));
}
