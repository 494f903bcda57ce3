using System.Diagnostics;
using Workshop.Bench.Load;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>S3: 500 cards are on the board, and everyone comes within two seconds.</summary>
static class JoinStorm
{
    const int StoredCards = 500;
    const int WarmUpJoins = 200;

    static readonly TimeSpan Length = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    public static async Task<Measured> Run(IPeer peer, Bench bench, int people)
    {
        await using var server = await RunningServer.Start(peer, bench.Port, bench.Cancellation);
        await server.Write(StoredCards, 0, bench.Cancellation);
        for (var i = 0; i < WarmUpJoins; i++)
        {
            await using var early = await server.Enter(i, Recorder.Ignoring, bench.Cancellation);
        }

        await Task.Delay(Breath, bench.Cancellation);
        var meter = Meter.Start(bench.Probes, server);
        var (members, took) = await EnterWithin(server, people, bench.Cancellation);
        var costs = meter.Read(people);
        await Room.LeaveAll(members);
        return members.FirstOrDefault(m => m.CardsAtEntry is >= 0 and not StoredCards) is { } wrong
            ? throw new BenchException($"Somebody came into {wrong.CardsAtEntry} cards instead of {StoredCards}.")
            : new() { Peer = peer, People = people, Arrivals = new(took), Expected = people, Costs = costs };
    }

    static async Task<(IReadOnlyList<IMember> Members, int[] Took)> EnterWithin(RunningServer server, int people, CancellationToken cancellation)
    {
        var entering = new Task<IMember>[people];
        var took = new int[people];
        var start = Stopwatch.GetTimestamp();
        await Pace.Run([.. Enumerable.Range(0, people).Select(person =>
        {
            var due = Pace.After(start, Length / people * person);
            return (due, (Action)(() => entering[person] = Task.Run(() => Enter(person, due), cancellation)));
        })]);
        return (await Task.WhenAll(entering), took);

        async Task<IMember> Enter(int person, long due)
        {
            var member = await server.Enter(person, Recorder.Ignoring, cancellation);
            took[person] = (int)Stopwatch.GetElapsedTime(due).TotalMicroseconds;
            return member;
        }
    }
}
