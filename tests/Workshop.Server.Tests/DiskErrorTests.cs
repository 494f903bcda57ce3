using Workshop.Core.Wire;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>
/// A disk that fails, at the level of system calls: nobody is acknowledged for what did not get onto it. There is no power cut in a
/// test; that the acknowledgement follows the sync of what it acknowledges is the next best proof.
/// </summary>
public sealed class DiskErrorTests
{
    [Theory]
    [InlineData("fsync,fdatasync", "error=EIO:when=1")]
    [InlineData("fsync,fdatasync", "error=EIO:when=4")]
    [InlineData("pwrite64", "error=EIO:when=9")]
    [InlineData("pwrite64", "error=EROFS:when=1")]
    public async Task After_an_error_of_the_disk_nothing_is_acknowledged_the_process_ends_with_75_and_a_restart_decides_by_the_log(string calls, string how)
    {
        var data = ServerProcess.NewFolder();
        var server = await ServerProcess.Start(data, UnlimitedStage.Limits);
        server.Announce("The database failed");
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        List<(string Id, Task<Ack> Answer)> sent = [];
        await using (await Strace.Inject(server, calls, how))
        {
            // One after another, so that each is a commit of its own.
            while (sent.Count == 0 || sent[^1].Answer.IsCompletedSuccessfully)
            {
                Assert.InRange(sent.Count, 0, 100);
                var id = Some.Id();
                sent.Add((id, await scene.Facilitator.Begin(Some.Card(board), id)));
                await Task.WhenAny(sent[^1].Answer, scene.Facilitator.Closed);
            }

            Assert.Equal(75, await server.Exit());
        }

        Assert.True(sent[^1].Answer.IsFaulted);
        Assert.Contains(server.Output, line => line.EndsWith("Start again.", StringComparison.Ordinal));
        await server.DisposeAsync();

        // The next start goes on: what was acknowledged is there, and the last one can be sent again.
        await using var again = await ServerProcess.Start(data, UnlimitedStage.Limits);
        using var browser = new Browser(again.Address);
        await browser.SignIn();
        await using var hub = await browser.Connect(scene.Workshop, "staff");
        var last = await hub.Send(Some.Card(board), sent[^1].Id);
        Assert.Null(last.Rejection);
        sent[^1] = (last.Id, Task.FromResult(last));
        await DurabilityTests.AssertLog(data, scene.Workshop, sent.ToDictionary(s => s.Id, s => s.Answer.Result.Seq!.Value));
    }

    [Fact]
    public async Task Nothing_about_a_command_leaves_the_process_before_the_disk_has_it()
    {
        await using var server = await ServerProcess.Start(null, UnlimitedStage.Limits);
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var board = await scene.Board();
        var guest = await scene.Join();
        await guest.Hub.Watch($"public/activity:{board}");
        List<Ack> acks = [];
        IReadOnlyList<string> seen;
        await using (var strace = await Strace.Watch(server, "pwrite64,pwritev,fsync,fdatasync,sendto,sendmsg,write,writev"))
        {
            for (var i = 0; i < 10; i++)
            {
                var begun = new[] { await scene.Facilitator.Begin(Some.Card(board)), await guest.Hub.Begin(Some.Card(board)), await guest.Hub.Begin(Some.Card(board)) };
                acks.AddRange(await Wait.For(Task.WhenAll(begun)));
            }

            await Wait.Until(() => guest.Hub.Messages.Any(m => m.Name == "frame"));
            seen = await strace.Detach();
        }

        Assert.All(acks, ack =>
        {
            Assert.Null(ack.Rejection);
            var written = IndexOf(seen, c => c.Contains("pwrite64(", StringComparison.Ordinal) && c.Contains("-wal>", StringComparison.Ordinal) && c.Contains(ack.Id, StringComparison.Ordinal));
            var synced = EndOfSync(seen, written);
            var sent = IndexOf(seen, c => IsSend(c) && c.Contains(ack.Id, StringComparison.Ordinal));
            Assert.True(written >= 0 && written < synced && synced < sent, $"{ack.Id}: written {written}, synced {synced}, sent {sent}");
        });
    }

    static bool IsSend(string call) => call.Contains("socket:[", StringComparison.Ordinal) || call.Contains("TCP", StringComparison.Ordinal);

    /// <summary>The line in which the first sync of the write-ahead log that begins after a line has succeeded.</summary>
    static int EndOfSync(IReadOnlyList<string> calls, int after)
    {
        var begun = IndexOf(calls, c => c.Contains("sync(", StringComparison.Ordinal) && c.Contains("-wal>", StringComparison.Ordinal), after);
        if (begun < 0 || calls[begun].EndsWith("= 0", StringComparison.Ordinal))
        {
            return begun;
        }

        var thread = calls[begun].Split(' ')[0];
        return IndexOf(calls, c => c.StartsWith(thread + " ", StringComparison.Ordinal) && c.Contains("sync resumed", StringComparison.Ordinal) && c.EndsWith("= 0", StringComparison.Ordinal), begun);
    }

    static int IndexOf(IReadOnlyList<string> calls, Func<string, bool> fits, int after = -1)
    {
        for (var i = after + 1; i < calls.Count; i++)
        {
            if (fits(calls[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
