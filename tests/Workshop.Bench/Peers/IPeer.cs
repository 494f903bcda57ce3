using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>A server that is measured: how it is started, and how its rooms are used.</summary>
interface IPeer
{
    /// <summary>What the tables call it.</summary>
    string Name { get; }

    /// <summary>Whether it acknowledges what is on disk; else what it has received.</summary>
    bool WritesToDisk { get; }

    /// <summary>Its program with arguments. What it keeps goes into the folder.</summary>
    IReadOnlyList<string> Command(int port, string folder);

    /// <summary>Part of the line by which it says that it is ready.</summary>
    string Ready => "ready";

    /// <summary>Makes empty rooms in a server that has just started for the first time.</summary>
    Task<IRooms> Prepare(ServerProcess server, Uri address, Wire wire, int rooms, CancellationToken cancellation);
}

/// <summary>The rooms of a server.</summary>
interface IRooms
{
    /// <summary>
    /// Brings somebody into a room, as their browser would: complete when they have every card that was there. Cards that come later,
    /// and acknowledgements, go to the recorder.
    /// </summary>
    Task<IMember> Enter(int room, int person, Recorder recorder, CancellationToken cancellation);

    /// <summary>Writes cards into the first room, then edits them in turn; complete when all of it is kept as well as this peer keeps anything.</summary>
    Task Write(ServerProcess server, int cards, int edits, CancellationToken cancellation) =>
        edits == 0 ? Filling.BySending(this, cards, cancellation) : throw new NotSupportedException("This peer is not edited.");
}

/// <summary>Somebody in a room.</summary>
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
    public static readonly TimeSpan Starting = TimeSpan.FromSeconds(60);
    /// <summary>Coming in.</summary>
    public static readonly TimeSpan Entering = TimeSpan.FromSeconds(30);
    /// <summary>The last delivery, after the last card.</summary>
    public static readonly TimeSpan Delivery = TimeSpan.FromSeconds(20);
    /// <summary>Writing a whole log.</summary>
    public static readonly TimeSpan Writing = TimeSpan.FromSeconds(180);
}

/// <summary>A peer did what it must not.</summary>
sealed class BenchException(string message) : Exception(message);
