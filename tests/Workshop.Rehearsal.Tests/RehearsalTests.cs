using System.Diagnostics;

namespace Workshop.Rehearsal.Tests;

/// <summary>The program itself, against a server that it starts.</summary>
public sealed class RehearsalTests
{
    [Theory]
    [InlineData("scenario.json")]
    [InlineData("second.json")]
    public async Task A_recorded_workshop_comes_to_exactly_what_its_file_expects(string file)
    {
        var (exitCode, said) = await Rehearse(file);

        Assert.Equal("", string.Join('\n', said.Where(line => line.StartsWith("DIFF", StringComparison.Ordinal))));
        Assert.EndsWith(" checks, 0 differ", said[^1], StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task One_dot_lost_in_the_server_turns_it_red()
    {
        var (exitCode, said) = await Rehearse("scenario.json", "lose-a-dot");

        Assert.Contains(said, line => line.StartsWith("DIFF  dot_vote.dots_cast: expected 114, found 113", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task One_card_doubled_in_the_server_turns_it_red()
    {
        var (exitCode, said) = await Rehearse("scenario.json", "double-a-card");

        Assert.Contains(said, line => line.StartsWith("DIFF  contributions_total: expected 122, found 123", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("DIFF  sync_checks[0] p12 at 2400: expected 51, found 52", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task What_can_not_be_played_is_said_in_one_line()
    {
        var (exitCode, said) = await Rehearse("scenario.schema.json");

        Assert.Contains("can't be played", Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_in_one_line()
    {
        var (exitCode, said) = await Rehearse("second.json", null, "--url", "http://localhost:9", "--setup-link", "http://localhost:9/setup#none");

        Assert.Contains("can't be reached", Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }

    static async Task<(int ExitCode, ImmutableArray<string> Said)> Rehearse(string file, string? sabotage = null, params string[] options)
    {
        var beside = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(beside, "Workshop.Rehearsal.dll"), Path.Combine(Folders.Data, file), .. options])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (sabotage is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(beside, "Workshop.Saboteur.dll");
            start.Environment["WORKSHOP_SABOTAGE"] = sabotage;
        }

        using var rehearsal = Process.Start(start)!;
        var error = rehearsal.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await rehearsal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await rehearsal.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (rehearsal.ExitCode, [.. (said + await error).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }
}
