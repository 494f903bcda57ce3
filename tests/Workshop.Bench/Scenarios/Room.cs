using Workshop.Bench.Load;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>What the scenarios do in a room.</summary>
static class Room
{
    const int EnteringAtOnce = 8;

    /// <summary>Everyone comes in.</summary>
    public static async Task<IReadOnlyList<IMember>> EnterAll(
        this RunningServer server, int room, int people, Recorder recorder, CancellationToken cancellation)
    {
        var members = new IMember[people];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, people),
            new ParallelOptions { MaxDegreeOfParallelism = EnteringAtOnce, CancellationToken = cancellation },
            async (person, stop) => members[person] = await server.Enter(person, recorder, stop, room));
        return members;
    }

    /// <summary>Plans cards from number <paramref name="first"/> on, each by another person than the one before.</summary>
    public static List<(long At, Action Act)> Plan(
        Recorder recorder, IReadOnlyList<IMember> members, long start, TimeSpan between, int first, int count)
    {
        // Neighbours in the room's list do not write one after another, and everyone writes once in turn.
        var step = members.Count % 7 == 0 ? 11 : 7;
        return [.. Enumerable.Range(first, count).Select(card =>
        {
            var due = Pace.After(start, between * (card - first));
            recorder.SetDue(card, due);
            var author = members[(int)((long)card * step % members.Count)];
            return (due, (Action)(() => _ = author.Send(card).AsTask()));
        })];
    }

    /// <summary>Waits until everyone has everything. What has not come by then is lost; the share delivered says so.</summary>
    public static async Task Settle(this Recorder recorder, CancellationToken cancellation)
    {
        try
        {
            await recorder.All.WaitAsync(Patience.Delivery, cancellation);
        }
        catch (TimeoutException)
        {
        }

        if (recorder.Refused > 0)
        {
            throw new BenchException($"{recorder.Refused} cards were refused.");
        }
    }

    /// <summary>Everyone leaves.</summary>
    public static async Task LeaveAll(IEnumerable<IMember> members)
    {
        foreach (var member in members)
        {
            await member.DisposeAsync();
        }
    }
}
