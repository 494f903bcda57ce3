using System.Diagnostics;
using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>Puts cards on a board before something is measured.</summary>
static class Filling
{
    static readonly TimeSpan BetweenCards = TimeSpan.FromMilliseconds(2);

    /// <summary>One person writes them, one every two milliseconds.</summary>
    public static async Task BySending(IRooms rooms, int cards, CancellationToken cancellation)
    {
        var recorder = new Recorder(1, cards);
        await using var writer = await rooms.Enter(0, 0, recorder, cancellation);
        var start = Stopwatch.GetTimestamp();
        await Pace.Run([.. Enumerable.Range(0, cards).Select(card => (Pace.After(start, BetweenCards * card), (Action)(() => _ = writer.Send(card).AsTask())))]);
        await recorder.All.WaitAsync(Patience.Delivery, cancellation);
    }
}
