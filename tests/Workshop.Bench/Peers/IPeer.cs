using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>A server that is measured.</summary>
interface IPeer
{
    /// <summary>What the tables call it.</summary>
    string Name { get; }

    /// <summary>Whether it acknowledges what is on disk; else what it has received.</summary>
    bool WritesToDisk { get; }

    /// <summary>Starts it on its cores, with one empty room.</summary>
    Task<IRoom> Start(int port, CancellationToken cancellation);
}

/// <summary>A room of a running server; disposing it ends the server.</summary>
interface IRoom : IAsyncDisposable
{
    /// <summary>The server's process.</summary>
    int Process { get; }

    /// <summary>Bytes that the server has sent to its members, everything on top of TCP included.</summary>
    long BytesReceived { get; }

    /// <summary>
    /// Brings somebody in, as their browser would: complete when they have every card that was there. Cards that come later, and
    /// acknowledgements, go to the recorder.
    /// </summary>
    Task<IMember> Enter(int person, Recorder recorder, CancellationToken cancellation);
}

/// <summary>Somebody in the room.</summary>
interface IMember : IAsyncDisposable
{
    /// <summary>How many cards they had when they were in; -1: not looked at.</summary>
    int CardsAtEntry { get; }

    /// <summary>Sends a card.</summary>
    ValueTask Send(int card);
}

/// <summary>How long anything may take before a run is given up.</summary>
static class Patience
{
    /// <summary>Starting a server.</summary>
    public static readonly TimeSpan Starting = TimeSpan.FromSeconds(30);
    /// <summary>Coming in.</summary>
    public static readonly TimeSpan Entering = TimeSpan.FromSeconds(30);
    /// <summary>The last delivery, after the last card.</summary>
    public static readonly TimeSpan Delivery = TimeSpan.FromSeconds(20);
}

/// <summary>A peer did what it must not.</summary>
sealed class BenchException(string message) : Exception(message);
