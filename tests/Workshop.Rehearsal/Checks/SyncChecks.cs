using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Checks;

/// <summary>What can be checked only at its moment: who is present, and how many contributions each sees.</summary>
public sealed class SyncChecks(RecordedWorkshop recorded, Stage stage, Expected expected, Report report)
{
    readonly Anonymous _anonymous = new(recorded);

    /// <summary>The people with a vote who are present once those have joined who come at the start.</summary>
    public async Task CountPresent()
    {
        if (expected.NumberAt("minutes.present_at_opening") is { } present)
        {
            var staff = await stage.Look(stage.Facilitator, "staff/now");
            var found = staff.Of("person").Count(p => p.Flag("votes") == true && p.Text("attendance") == "present");
            report.Check("minutes.present_at_opening", present, found);
        }
    }

    /// <summary>The contributions that everyone, or one, sees in the public views of the brainstorms.</summary>
    public async Task CountVisible(int index, JsonElement check)
    {
        expected.At("sync_checks");
        var at = check.GetProperty("at").GetInt32();
        var who = check.GetProperty("participant").GetString()!;
        var subtracted = _anonymous.VisibleAt(at).ToList();
        var watching = who == "all" ? [.. stage.There] : new[] { stage.Find(who) }.OfType<Performer>().Where(p => p.IsThere).ToList();
        var seen = new List<int>();
        foreach (var watcher in watching)
        {
            var count = 0;
            foreach (var board in stage.IdsOf("brainstorm"))
            {
                count += (await stage.Look(watcher, $"public/activity:{board}")).Of("card").Count();
            }

            seen.Add(count);
        }

        report.Check(
            $"sync_checks[{index}] {who} at {at}",
            $"{check.GetProperty("visible_contributions").GetInt32() - subtracted.Count}",
            seen.Count == 0 ? $"{who} is not there" : string.Join(" or ", seen.Distinct()),
            string.Join("; ", new[]
            {
                Anonymous.Note(subtracted),
                who == "all" ? $"{watching.Count} people" : null,
            }.OfType<string>()) is { Length: > 0 } note ? note : null);
    }
}
