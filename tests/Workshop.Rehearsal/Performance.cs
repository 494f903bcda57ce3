using System.Diagnostics;
using Workshop.Rehearsal.Checks;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal;

/// <summary>Plays a recording against a server and says what came of it.</summary>
public static class Performance
{
    /// <summary>Plays a recording.</summary>
    /// <param name="recorded">What to play.</param>
    /// <param name="server">A server without an account.</param>
    /// <param name="setupLink">The one-time link to its first account.</param>
    /// <param name="speed">How many seconds of the recording pass in one; null: as fast as acknowledgements allow.</param>
    /// <param name="output">Where each check is said, and what was not played.</param>
    public static async Task<Report> Play(RecordedWorkshop recorded, Uri server, Uri setupLink, double? speed, TextWriter output)
    {
        var report = new Report(output);
        var expected = new Expected(recorded.Expected);
        var clock = Stopwatch.StartNew();
        await using var stage = await Preparation.Prepare(recorded, server, setupLink);
        await new Player(recorded, stage, expected, report, speed).Play();
        var played = clock.Elapsed;

        await PeopleChecks.Run(recorded, stage, report);
        await new CardChecks(recorded, stage, expected, report).Run();
        await new ClusterChecks(recorded, stage, expected, report).Run();
        await new VoteChecks(recorded, stage, expected, report).Run();
        await new PlanChecks(recorded, stage, expected, report).Run();
        await new WordChecks(recorded, stage, expected, report).Run();
        await DeliveryChecks.Run(stage, report);

        foreach (var key in expected.NotAsked())
        {
            report.Say($"not checked: {key}");
        }

        report.Say("Not played yet:");
        foreach (var line in NotPlayed.Of(recorded))
        {
            report.Say($"  {line}");
        }

        var commands = stage.Answers.Count + stage.Ballots.Count;
        report.Say($"{stage.Everyone.Count()} people, {commands} commands, played in {played.TotalSeconds:0.0} s");
        report.Say($"{report.Checks.Count} checks, {report.Differing} differ");
        return report;
    }
}
