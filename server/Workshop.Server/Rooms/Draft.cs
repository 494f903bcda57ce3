using Workshop.Core.Plan;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>What commands come to if the room is up to date. Nothing of it has happened until it is written.</summary>
sealed class Draft(Moment from)
{
    /// <summary>The moment that it starts from.</summary>
    public Moment From { get; } = from;
    /// <summary>The moment after all of it.</summary>
    public Moment Now { get; private set; } = from;
    /// <summary>The commands that it has taken.</summary>
    public List<Ask> Asks { get; } = [];
    /// <summary>Commits, in order.</summary>
    public List<Drafted> Commits { get; } = [];
    /// <summary>Ballots, decided against a state in which their box is open.</summary>
    public List<(Ask Ask, SealedCast Cast)> Casts { get; } = [];
    /// <summary>A box to be emptied; then there is nothing else in the draft.</summary>
    public (Ask Ask, Asking Asking, Unsealing Unsealing)? Unsealing { get; set; }
    /// <summary>What to tell senders once everything is written.</summary>
    public List<Action> Answers { get; } = [];
    /// <summary>What its events touched.</summary>
    public HashSet<Subject> Touched { get; } = [];
    /// <summary>Whether somebody is refused, which a newer state may know better.</summary>
    public bool Refuses { get; private set; }

    /// <summary>Refuses a command.</summary>
    public void Refuse(Ask ask, Rejection rejection)
    {
        Refuses = true;
        Answers.Add(() => ask.Refuse(rejection));
    }

    /// <summary>Adds a commit and goes on from the state behind it.</summary>
    public void Add(Drafted drafted)
    {
        Now = Now.After(drafted.Commit, drafted.Happened, drafted.People, Touched);
        Commits.Add(drafted);
        Answers.Add(() => drafted.Ask.Accept(drafted.Commit.Seq));
    }

    /// <summary>Writes its commits and everything that goes with them.</summary>
    public Action<IWorkshopTransaction> Writing()
    {
        var outcomes = ReferenceEquals(From.State.Plan, Now.State.Plan) ? null : Outcomes.Of(Now.State.Plan);
        return transaction =>
        {
            foreach (var drafted in Commits)
            {
                drafted.WriteTo(transaction);
            }

            if (outcomes is not null)
            {
                transaction.Replace(outcomes);
            }
        };
    }
}

/// <summary>A commit that is not written yet.</summary>
/// <param name="Ask">The command.</param>
/// <param name="Commit">The row.</param>
/// <param name="Happened">Its events.</param>
/// <param name="People">The personal data that goes beside it.</param>
sealed record Drafted(Ask Ask, Commit Commit, ImmutableArray<Happened> Happened, ImmutableArray<PersonRow> People)
{
    /// <summary>Writes the row, the boxes that it opens, personal data, and what the sender wants written along.</summary>
    public void WriteTo(IWorkshopTransaction transaction)
    {
        transaction.Append(Commit);
        foreach (var row in People)
        {
            transaction.Put(row);
        }

        foreach (var box in Happened.SelectMany(h => Domain.BoxesOpenedBy(h.Event)))
        {
            transaction.Open(box);
        }

        Ask.Along?.Invoke(transaction);
    }
}
