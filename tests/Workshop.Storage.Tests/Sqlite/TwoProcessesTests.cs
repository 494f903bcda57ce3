using System.Diagnostics;
using Workshop.Storage.Sqlite;

namespace Workshop.Storage.Tests.Sqlite;

/// <summary>Two servers on one file, as in a rolling upgrade.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    readonly SqliteUnderTest _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Processes_that_append_to_one_workshop_at_once_lose_nothing_and_leave_no_gap()
    {
        var workshop = Some.Workshop();
        var log = _database.OpenLog();
        var others = Start(2, workshop, count: 300);
        var own = await Appender.Run(log, workshop, 300, Some.Token);
        var commands = (await Task.WhenAll(others.Select(Finish))).SelectMany(c => c).Concat(own).Order();

        var commits = (await log.ReadAfter(workshop, 0, Some.Token)).Commits;
        Assert.Equal(Enumerable.Range(1, 900).Select(i => (long)i), commits.Select(c => c.Seq));
        Assert.Equal(commands, commits.Select(c => c.Command.Value).Order());
        Appender.VerifyChain(commits);
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_folder_make_one_database()
    {
        var workshop = Some.Workshop();
        var commands = (await Task.WhenAll(Start(4, workshop, count: 5).Select(Finish))).SelectMany(c => c).ToList();

        using var database = _database.Open();
        Assert.Equal(20, commands.Count);
        Assert.Equal(20, (await new WorkshopLog(database).Heads([workshop], Some.Token))[workshop]);
        Assert.DoesNotContain(Directory.GetFiles(_database.Folder), f => !Path.GetFileName(f).StartsWith("workshop.db", StringComparison.Ordinal) || f.Count(c => c == '.') > 1);
    }

    List<Process> Start(int processes, WorkshopId workshop, int count) =>
        [.. Enumerable.Range(0, processes).Select(_ => OtherProcess.StartOurselves("append", _database.Folder, workshop.Value, $"{count}"))];

    static async Task<string[]> Finish(Process process)
    {
        using (process)
        {
            var output = await process.StandardOutput.ReadToEndAsync(Some.Token);
            await process.WaitForExitAsync(Some.Token);
            Assert.Equal(0, process.ExitCode);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }
}
