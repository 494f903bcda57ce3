using System.Collections.Concurrent;

namespace Workshop.Server.Health;

/// <summary>What this node says of itself.</summary>
sealed class NodeHealth
{
    readonly ConcurrentDictionary<string, byte> _complaints = new();

    /// <summary>What does not work, while the rest does.</summary>
    public IReadOnlyCollection<string> Complaints => [.. _complaints.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether the node is about to stop and takes nobody in.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Notes something that does not work until a restart.</summary>
    public void Degrade(string complaint) => _complaints[complaint] = 0;
}
