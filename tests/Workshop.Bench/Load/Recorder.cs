using System.Diagnostics;

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

    /// <summary>Completes when everyone has every card, and every card its acknowledgement.</summary>
    public Task All => _all.Task;

    /// <summary>When the last delivery came.</summary>
    public long LastAt => Volatile.Read(ref _last);

    /// <summary>Sets the time at which a card is to be sent.</summary>
    public void SetDue(int card, long at) => _due[card] = at;

    /// <summary>When a card is to be sent.</summary>
    public long Due(int card) => _due[card];

    /// <summary>A card is at a person.</summary>
    public void Arrived(int person, int card)
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
        _ack[card] = Since(card);
        Done(card);
    }

    /// <summary>A card was not accepted, which spoils a run.</summary>
    public void WasRefused() => Interlocked.Increment(ref _refused);

    /// <summary>How long acknowledgements took.</summary>
    public Latencies Acks => new(_ack.Skip(_from));

    /// <summary>How long deliveries took.</summary>
    public Latencies Deliveries => new(_arrival.SelectMany(a => a.Skip(_from)));

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
