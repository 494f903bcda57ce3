using System.Collections.Concurrent;
using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>What this node says of itself.</summary>
sealed partial class NodeHealth(ILogger<NodeHealth> logger)
{
    /// <summary>The exit code of a failure that a restart may mend.</summary>
    const int StartAgain = 75;

    static readonly TimeSpan LongestLastWord = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<string, string> _complaints = new();

    /// <summary>What does not work, while the rest does.</summary>
    public IReadOnlyCollection<string> Complaints => [.. _complaints.Values.Order(StringComparer.Ordinal)];

    /// <summary>Whether the node is about to stop and takes nobody in.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Notes something that does not work until a restart.</summary>
    public void Degrade(string complaint) => Degrade(complaint, complaint);

    /// <summary>Notes what does not work about a subject until <see cref="Resolve"/>; only the last complaint about it counts.</summary>
    public void Degrade(string subject, string complaint) => _complaints[subject] = complaint;

    /// <summary>There is nothing to complain about any more.</summary>
    public void Resolve(string subject) => _complaints.TryRemove(subject, out _);

    /// <summary>Ends the process at once: only opening the database anew tells what was written, so nobody may be told anything more.</summary>
    public void Fail(StorageFailedException failure)
    {
        LogFailed(failure);

        // Nobody may read what we print any more; the end does not wait for that.
        Task.Run(() => Console.Error.WriteLine($"The database failed ({failure.InnerException?.Message}); nothing more was acknowledged. Start again."))
            .Wait(LongestLastWord);
        Environment.Exit(StartAgain);
    }
}
