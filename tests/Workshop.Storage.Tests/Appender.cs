namespace Workshop.Storage.Tests;

/// <summary>A room reduced to the way it appends: behind its replica, reading the tail whenever somebody else was first.</summary>
static class Appender
{
    /// <summary>Appends so many commits to a log that others append to; returns their commands.</summary>
    public static async Task<List<string>> Run(IWorkshopLog log, WorkshopId workshop, int count, CancellationToken cancellation)
    {
        var commands = new List<string>();
        Commit? head = null;
        while (commands.Count < count)
        {
            var next = Some.Commit(workshop, head);
            try
            {
                if (await log.Transact(workshop, t => t.Append(next), cancellation))
                {
                    commands.Add(next.Command.Value);
                    head = next;
                }
                else
                {
                    head = (await log.ReadAfter(workshop, head?.Seq ?? 0, cancellation)).Commits[^1];
                }
            }
            catch (StorageUnavailableException e) when (e.Code == "storage.busy")
            {
                // A machine that stands still can let a lock last; nothing was written, so once more.
            }
        }

        return commands;
    }

    public static void VerifyChain(IEnumerable<Commit> commits)
    {
        var previous = Commit.NoHash;
        foreach (var commit in commits)
        {
            Assert.Equal(commit.ComputeHash(previous), commit.Hash);
            previous = commit.Hash;
        }
    }
}
