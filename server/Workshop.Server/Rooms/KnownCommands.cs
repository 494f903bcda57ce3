namespace Workshop.Server.Rooms;

/// <summary>The commands of a log or of a draft, so that a retry is answered from here and never decided twice.</summary>
sealed class KnownCommands
{
    readonly Dictionary<CommandId, Known> _all = [];

    /// <summary>Notes a commit's command.</summary>
    public void Add(Commit commit) => _all[commit.Command] = new(commit.Seq, commit.BodyHash);

    /// <summary>The commit that holds the command; null: none.</summary>
    public Known? Find(CommandId command) => _all.TryGetValue(command, out var known) ? known : null;
}

/// <summary>Where a command is, and the hash that tells it from another one with the same id.</summary>
readonly record struct Known(long Seq, ImmutableArray<byte> BodyHash)
{
    /// <summary>Whether this is the same command from the same actor.</summary>
    public bool IsSame(ImmutableArray<byte> hash) => BodyHash.AsSpan().SequenceEqual(hash.AsSpan());
}
