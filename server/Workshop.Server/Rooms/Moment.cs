namespace Workshop.Server.Rooms;

/// <summary>A workshop at one place of its log. Immutable, so that it can be read outside the room's loop.</summary>
sealed record Moment
{
    /// <summary>Before the first commit.</summary>
    public static Moment Start { get; } = new();

    /// <summary>What the log comes to.</summary>
    public WorkshopState State { get; init; } = WorkshopState.Empty;
    /// <summary>The names beside the log.</summary>
    public PeopleDirectory People { get; init; } = PeopleDirectory.Empty;
    /// <summary>The last commit's place.</summary>
    public long Seq { get; init; }
    /// <summary>The last commit's hash.</summary>
    public ImmutableArray<byte> Hash { get; init; } = Commit.NoHash;
    /// <summary>The last commit's time.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>The first commit's time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The moment after a commit; what it touched is added to <paramref name="touched"/>.</summary>
    public Moment After(Commit commit, IEnumerable<Happened> events, IEnumerable<PersonRow> people, ISet<Subject> touched)
    {
        var state = State;
        foreach (var happened in events)
        {
            state = Domain.Evolve(state, happened);
            touched.UnionWith(Projection.TouchedBy(state, happened.Event));
        }

        return new()
        {
            State = state,
            People = people.Any() ? People.With(people) : People,
            Seq = commit.Seq,
            Hash = commit.Hash,
            At = commit.At,
            CreatedAt = Seq == 0 ? commit.At : CreatedAt,
        };
    }
}
