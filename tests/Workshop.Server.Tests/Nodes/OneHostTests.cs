using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>One SQLite file serves one machine. Another machine is a namespace in which the kernel seems to have been started another time.</summary>
public sealed class OneHostTests
{
    [Fact]
    public async Task A_second_machine_on_the_file_is_refused_in_one_line_and_let_in_once_the_first_is_dead()
    {
        Needed.Require(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root can make a namespace that looks like another machine.");
        var boot = Path.GetTempFileName();
        await File.WriteAllTextAsync(boot, $"{Guid.NewGuid()}\n", TestContext.Current.CancellationToken);
        string[] elsewhere = ["unshare", "--mount", "sh", "-c", $"mount --bind {boot} /proc/sys/kernel/random/boot_id && exec \"$@\"", "sh"];
        var data = ServerProcess.NewFolder();
        await using (var first = await ServerProcess.Start(data))
        {
            var (code, said) = await ServerProcess.StartRefusedBy(elsewhere, data);

            Assert.Equal(78, code);
            Assert.Contains("in use on another machine", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
            using var dana = new Browser(first.Address);
            await dana.SetUp(first.SetupToken!);
            await first.Kill();
        }

        await using (var second = await ServerProcess.StartBy(elsewhere, data))
        {
            Assert.Null(second.SetupToken);
        }

        Directory.Delete(data, recursive: true);
        File.Delete(boot);
    }
}
