using System.Diagnostics;
using Workshop.Bench.Peers;

namespace Workshop.Bench.Load;

/// <summary>
/// When each card was due, acknowledged, and at each person, on one clock. What is late at the driver counts from the time it was
/// due. Cards with a number below <c>from</c> warm up and are not counted.
/// </summary>
sealed class Recorder
{
    readonly long[] _due;
    readonly int[] _ack;
    readonly int[][] _arrival;
    readonly int _from;
    readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _outstanding;
    int _doubled;
    int _refused;
    int _messages;
    long _last;

    public Recorder(int people, int cards, int from = 0)
    {
        _from = from;
        _due = new long[cards];
        _ack = Enumerable.Repeat(-1, cards).ToArray();
        _arrival = [.. Enumerable.Range(0, people).Select(_ => Enumerable.Repeat(-1, cards).ToArray())];
        Expected = people * (cards - from);
        _outstanding = Expected + cards - from;
    }

    /// <summary>For people whose cards nobody counts.</summary>
    public static Recorder Ignoring { get; } = new(0, 0);

    /// <summary>Deliveries that there should be.</summary>
    public int Expected { get; }

    /// <summary>Deliveries that came more than once.</summary>
    public int Doubled => _doubled;

    /// <summary>Commands that were refused.</summary>
    public int Refused => _refused;

    /// <summary>Messages that brought cards.</summary>
    public int Messages => _messages;

    /// <summary>Completes when everyone has every card, and every card its acknowledgement.</summary>
    public Task All => _all.Task;

    /// <summary>When the last delivery came.</summary>
    public long LastAt => Volatile.Read(ref _last);

    /// <summary>Sets the time at which a card is to be sent.</summary>
    public void SetDue(int card, long at) => _due[card] = at;

    /// <summary>When a card is to be sent.</summary>
    public long Due(int card) => _due[card];

    /// <summary>A message with cards is at a person.</summary>
    public void Arrived(int person, ReadOnlySpan<byte> message)
    {
        if (person >= _arrival.Length)
        {
            return;
        }

        Interlocked.Increment(ref _messages);
        Cards.Find(message, card => Arrived(person, card));
    }

    void Arrived(int person, int card)
    {
        if (card >= _due.Length)
        {
            return;
        }

        if (_arrival[person][card] >= 0)
        {
            Interlocked.Increment(ref _doubled);
            return;
        }

        _arrival[person][card] = Since(card);
        Done(card);
    }

    /// <summary>A card is acknowledged.</summary>
    public void Acknowledged(int card)
    {
        Volatile.Write(ref _ack[card], Since(card));
        Done(card);
    }

    /// <summary>A card was not accepted, which spoils a run.</summary>
    public void WasRefused() => Interlocked.Increment(ref _refused);

    /// <summary>How long acknowledgements took, in microseconds.</summary>
    public IEnumerable<int> Acks => _ack.Skip(_from);

    /// <summary>How long deliveries took.</summary>
    public IEnumerable<int> Deliveries => _arrival.SelectMany(a => a.Skip(_from));

    /// <summary>How long the deliveries of some cards took.</summary>
    public Latencies DeliveriesOf(int first, int count) => new(_arrival.SelectMany(a => a.Skip(first).Take(count)));

    /// <summary>Waits until a card is acknowledged; one before the first always is.</summary>
    public async Task WaitForAck(int card, CancellationToken cancellation)
    {
        for (var start = Stopwatch.GetTimestamp(); card >= 0 && Volatile.Read(ref _ack[card]) < 0; await Task.Delay(1, cancellation))
        {
            if (_refused > 0 || Stopwatch.GetElapsedTime(start) > Patience.Delivery)
            {
                throw new BenchException($"Card {card} was not accepted.");
            }
        }
    }

    int Since(int card) => (int)Stopwatch.GetElapsedTime(_due[card]).TotalMicroseconds;

    void Done(int card)
    {
        if (card < _from)
        {
            return;
        }

        Volatile.Write(ref _last, Stopwatch.GetTimestamp());
        if (Interlocked.Decrement(ref _outstanding) == 0)
        {
            _all.TrySetResult();
        }
    }
}

/// <summary>Times in microseconds, sorted; those that never came are left out.</summary>
sealed class Latencies
{
    readonly int[] _sorted;

    public Latencies(IEnumerable<int> microseconds)
    {
        _sorted = [.. microseconds.Where(t => t >= 0)];
        Array.Sort(_sorted);
    }

    /// <summary>How many there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>The time, in milliseconds, that this share of them did not exceed.</summary>
    public double At(double share) =>
        _sorted.Length == 0 ? double.NaN : _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)] / 1000.0;
}
