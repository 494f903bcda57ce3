namespace Workshop.Core.Tests.Properties;

/// <summary>What a node knows of a workshop: its place in the log, and what the log up to there comes to.</summary>
public sealed class Replica
{
    public WorkshopState State { get; private set; } = WorkshopState.Empty;

    public PeopleDirectory People { get; private set; } = PeopleDirectory.Empty;

    public long Seq { get; private set; }

    public ImmutableArray<byte> Hash { get; private set; } = Commit.NoHash;

    /// <summary>Reads a row of the log, as a node does that did not write it.</summary>
    public void Read(Commit commit, IEnumerable<PersonRow> people)
    {
        Assert.Equal((Seq + 1, Commit.Format), (commit.Seq, commit.V));
        Assert.Equal(commit.Hash, commit.ComputeHash(Hash));
        Advance(commit, commit.Read(), people);
    }

    /// <summary>Goes on from what it has just written, without reading it.</summary>
    public void Advance(Commit commit, IEnumerable<Happened> happened, IEnumerable<PersonRow> people)
    {
        State = happened.Aggregate(State, Domain.Evolve);
        People = People.With(people);
        (Seq, Hash) = (commit.Seq, commit.Hash);
    }
}
