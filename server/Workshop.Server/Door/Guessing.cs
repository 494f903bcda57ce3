using System.Net;
using Workshop.Server.Http;

namespace Workshop.Server.Door;

/// <summary>
/// Slows down guessing of codes without slowing down a hall: only wrong codes count, and an address from which people have joined
/// may be wrong once more for each of them. Under an attack from many addresses each of them gets fewer tries.
/// </summary>
sealed class Guessing(TimeProvider clock)
{
    const int MostAddresses = 50_000;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    static readonly TimeSpan JoinsCount = TimeSpan.FromMinutes(10);

    readonly Lock _gate = new();
    readonly Dictionary<IPAddress, Tries> _addresses = [];
    readonly Queue<long> _wrong = new();

    /// <summary>How long this address has to wait before any code is looked at; zero: not at all.</summary>
    public TimeSpan WaitFor(IPAddress? from)
    {
        lock (_gate)
        {
            return _addresses.TryGetValue(Networks.Of(from), out var tries) && tries.BlockedAt is { } at && HostLimits.CodePenalty - clock.GetElapsedTime(at) is var left && left > TimeSpan.Zero
                ? left
                : TimeSpan.Zero;
        }
    }

    /// <summary>Counts a wrong code.</summary>
    public void WasWrong(IPAddress? from)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var tries = Of(from);
            _wrong.Enqueue(now);
            tries.Wrong.Enqueue(now);
            Forget(_wrong, Window);
            Forget(tries.Wrong, Window);
            Forget(tries.Joined, JoinsCount);
            var most = (_wrong.Count > HostLimits.WrongCodesOnServer ? HostLimits.WrongCodesUnderAttack : HostLimits.WrongCodes) + tries.Joined.Count;
            if (tries.Wrong.Count >= most)
            {
                tries.BlockedAt = now;
                tries.Wrong.Clear();
            }
        }
    }

    /// <summary>Notes that somebody new has joined from there.</summary>
    public void HasJoined(IPAddress? from)
    {
        lock (_gate)
        {
            Of(from).Joined.Enqueue(clock.GetTimestamp());
        }
    }

    Tries Of(IPAddress? from)
    {
        if (_addresses.Count >= MostAddresses)
        {
            foreach (var (address, tries) in _addresses.ToList())
            {
                Forget(tries.Wrong, Window);
                Forget(tries.Joined, JoinsCount);
                if (tries is { Wrong.Count: 0, Joined.Count: 0 } && (tries.BlockedAt is not { } at || clock.GetElapsedTime(at) > HostLimits.CodePenalty))
                {
                    _addresses.Remove(address);
                }
            }
        }

        var network = Networks.Of(from);
        return _addresses.TryGetValue(network, out var known) ? known : _addresses[network] = new();
    }

    void Forget(Queue<long> times, TimeSpan after)
    {
        while (times.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) > after)
        {
            times.Dequeue();
        }
    }

    sealed class Tries
    {
        public Queue<long> Wrong { get; } = new();
        public Queue<long> Joined { get; } = new();
        public long? BlockedAt { get; set; }
    }
}
