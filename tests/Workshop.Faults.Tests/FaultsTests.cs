using System.Diagnostics;
using Workshop.Faults.Schedule;

namespace Workshop.Faults.Tests;

/// <summary>The program itself, on real processes.</summary>
public sealed class FaultsTests
{
    [Theory]
    [InlineData("kill,pause,drain,cut,lock,redis-kill,redis-freeze", "14")]
    [InlineData("stall", "4")]
    public async Task Every_promise_holds_through_faults(string kinds, string seconds)
    {
        var (exitCode, said) = await Run("--seed", "7", "--seconds", seconds, "--only", kinds);

        Assert.DoesNotContain("BROKEN", said, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("forget-commands", "C1", "cut")]
    [InlineData("dedupe-outside", "C1", "cut")]
    [InlineData("skip-a-seq", "C4", "cut")]
    [InlineData("show-hidden", "C7", "cut")]
    [InlineData("stamp-ballots", "C8", "cut")]
    [InlineData("deaf-node", "C6", "cut")]
    public async Task A_planted_bug_turns_it_red(string bug, string invariant, string fault)
    {
        var (exitCode, said) = await Run(
            "--plant", $"{Path.Combine(AppContext.BaseDirectory, "Workshop.Saboteur.dll")}:{bug}", "--seed", "7", "--seconds", "4", "--only", fault, "--no-redis", "--patience", "5");

        Assert.Contains($"BROKEN {invariant} ", said, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public void The_same_seed_gives_the_same_schedule()
    {
        var options = new Options { Seed = 42, Time = TimeSpan.FromMinutes(2) };

        var plan = Plan.Make(options);

        Assert.Equal(plan, Plan.Make(options));
        Assert.NotEqual(plan, Plan.Make(options with { Seed = 43 }));
        Assert.Equal(FaultKinds.OfNodes.Length + FaultKinds.OfRedis.Length, plan.Select(f => f.Kind).Distinct(StringComparer.Ordinal).Count());
    }

    static async Task<(int ExitCode, string Said)> Run(params string[] options)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workshop.Faults.dll"), .. options])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await error;
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        return (run.ExitCode, said);
    }
}
