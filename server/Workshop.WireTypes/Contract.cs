using Workshop.Core.Kernel;
using Workshop.Core.Wire;

namespace Workshop.WireTypes;

/// <summary>Where the contract begins: every type of the wire is one of these or reached from them.</summary>
public static class Contract
{
    /// <summary>What clients send, and what they receive. Events are the server's own.</summary>
    public static (Type[] Sent, Type[] Received) Types { get; } = (
        [typeof(ICommand)],
        [typeof(IRecord), typeof(Ack), typeof(Frame), typeof(Fetch), typeof(Snapshot), typeof(Ambient), typeof(Joined), typeof(Problem)]);
}
