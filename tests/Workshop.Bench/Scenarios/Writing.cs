using System.Diagnostics;
using Workshop.Bench.Load;
using Workshop.Bench.Machine;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Scenarios;

/// <summary>S1 and S2: everyone is in the room and writes.</summary>
static class Writing
{
    /// <summary>Cards a second, in all.</summary>
    public const int Rate = 20;

    static readonly TimeSpan Between = TimeSpan.FromSeconds(1.0 / Rate);
    static readonly TimeSpan BurstLength = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>.NET compiles what is hot a second time, in the background; after this it mostly has.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    static int WarmUpCards => (int)(Rate * WarmUp.TotalSeconds);

    /// <summary>S1: a steady rate for so long.</summary>
    public static Task<Measured> Steady(IPeer peer, int port, Probes probes, int people, TimeSpan length, CancellationToken cancellation) =>
        Run(peer, port, probes, people, Between, (int)(Rate * length.TotalSeconds), TimeSpan.Zero, cancellation);

    /// <summary>S2: everyone writes one card within two seconds.</summary>
    public static Task<Measured> Burst(IPeer peer, int port, Probes probes, int people, CancellationToken cancellation) =>
        Run(peer, port, probes, people, BurstLength / people, people, Breath, cancellation);

    static async Task<Measured> Run(
        IPeer peer, int port, Probes probes, int people, TimeSpan between, int cards, TimeSpan pause, CancellationToken cancellation)
    {
        await using var room = await peer.Start(port, cancellation);
        var recorder = new Recorder(people, WarmUpCards + cards, from: WarmUpCards);
        var members = await room.EnterAll(people, recorder, cancellation);
        var start = Stopwatch.GetTimestamp();
        await Pace.Run(Room.Plan(recorder, members, start, Between, 0, WarmUpCards));
        start = Pace.After(start, WarmUp + pause);
        await Task.Delay(pause, cancellation);

        var meter = Meter.Start(probes, room);
        await Pace.Run(Room.Plan(recorder, members, start, between, WarmUpCards, cards));
        await Room.Settle(recorder, cancellation);
        var costs = meter.Read(recorder.Deliveries.Count);
        await Room.LeaveAll(members);
        return new()
        {
            Peer = peer,
            People = people,
            Acks = recorder.Acks,
            Arrivals = recorder.Deliveries,
            Expected = recorder.Expected,
            Doubled = recorder.Doubled,
            AfterTheLast = Math.Max(0, Stopwatch.GetElapsedTime(recorder.Due(WarmUpCards + cards - 1), recorder.LastAt).TotalMilliseconds),
            Costs = costs,
        };
    }
}
