using System.Diagnostics;
using Workshop.Bench.Load;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>S1, S2 and S4: everyone is in a room and writes.</summary>
/// <param name="Rooms">How many rooms.</param>
/// <param name="People">How many people in each.</param>
/// <param name="Between">Between two cards of a room.</param>
/// <param name="Cards">How many cards each room gets.</param>
sealed record Writing(int Rooms, int People, TimeSpan Between, int Cards)
{
    /// <summary>Cards a second in a plenary, in all.</summary>
    public const int PlenaryRate = 20;

    /// <summary>Cards a second of a table group, in all.</summary>
    public const int TableRate = 2;

    static readonly TimeSpan BurstLength = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>.NET compiles what is hot a second time, in the background; after this it mostly has.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>Between two cards of a room while it warms up.</summary>
    TimeSpan WarmUpBetween { get; init; } = Between;

    /// <summary>S1: a steady rate for so long.</summary>
    public static Writing Plenary(int people, TimeSpan length) =>
        new(1, people, TimeSpan.FromSeconds(1) / PlenaryRate, (int)(PlenaryRate * length.TotalSeconds));

    /// <summary>S2: everyone writes one card within two seconds.</summary>
    public static Writing Burst(int people) =>
        new(1, people, BurstLength / people, people) { WarmUpBetween = TimeSpan.FromSeconds(1) / PlenaryRate };

    /// <summary>S4: table groups.</summary>
    public static Writing Tables(int rooms, TimeSpan length) =>
        new(rooms, 10, TimeSpan.FromSeconds(1) / TableRate, (int)(TableRate * length.TotalSeconds));

    /// <summary>Runs it against a peer.</summary>
    public async Task<Measured> Run(IPeer peer, Bench bench)
    {
        var warmUp = (int)(WarmUp / WarmUpBetween);
        await using var server = await RunningServer.Start(peer, bench.Port, bench.Cancellation, Rooms);
        var rooms = new List<(Recorder Recorder, IReadOnlyList<IMember> Members)>();
        for (var room = 0; room < Rooms; room++)
        {
            var recorder = new Recorder(People, warmUp + Cards, from: warmUp);
            rooms.Add((recorder, await server.EnterAll(room, People, recorder, bench.Cancellation)));
        }

        await Pace.Run(Plan(rooms, Stopwatch.GetTimestamp(), WarmUpBetween, 0, warmUp));
        await Task.Delay(Breath, bench.Cancellation);

        var meter = Meter.Start(bench.Probes, server);
        await Pace.Run(Plan(rooms, Stopwatch.GetTimestamp(), Between, warmUp, Cards));
        foreach (var (recorder, _) in rooms)
        {
            await recorder.Settle(bench.Cancellation);
        }

        var arrivals = new Latencies(rooms.SelectMany(r => r.Recorder.Deliveries));
        var costs = meter.Read(arrivals.Count);
        foreach (var (_, members) in rooms)
        {
            await Room.LeaveAll(members);
        }

        return new()
        {
            Peer = peer,
            People = People,
            Acks = new(rooms.SelectMany(r => r.Recorder.Acks)),
            Arrivals = arrivals,
            Expected = rooms.Sum(r => r.Recorder.Expected),
            Doubled = rooms.Sum(r => r.Recorder.Doubled),
            AfterTheLast = rooms.Max(r => Stopwatch.GetElapsedTime(r.Recorder.Due(warmUp + Cards - 1), r.Recorder.LastAt).TotalMilliseconds),
            Costs = costs,
        };
    }

    /// <summary>Rooms write out of step with one another.</summary>
    List<(long At, Action Act)> Plan(
        IReadOnlyList<(Recorder Recorder, IReadOnlyList<IMember> Members)> rooms, long start, TimeSpan between, int first, int count) =>
    [
        .. rooms
            .SelectMany((r, i) => Room.Plan(r.Recorder, r.Members, Pace.After(start, between / Rooms * i), between, first, count))
            .OrderBy(p => p.At),
    ];
}
