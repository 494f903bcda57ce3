using Workshop.Core.Voting;
using Workshop.Core.Wire;
using Workshop.Server.Telemetry;
using Workshop.Storage;

namespace Workshop.Server.Rooms;

/// <summary>
/// A room's side of its log: what it has read of it, and how commands get into it. Another node may append at any time; then this
/// one reads what it missed and decides again.
/// </summary>
sealed class Ledger
{
    const int MostTries = 8;

    readonly WorkshopId _workshop;
    readonly IWorkshopLog _log;
    readonly KnownCommands _known = new();
    readonly Drafting _drafting;
    readonly CancellationToken _stopping;
    HashSet<Subject> _touched = [];

    /// <summary>Before anything is read.</summary>
    public Ledger(WorkshopId workshop, IWorkshopLog log, TimeProvider clock, ILogger logger, CancellationToken stopping)
    {
        _workshop = workshop;
        _log = log;
        _drafting = new(workshop, _known, clock, logger);
        _stopping = stopping;
    }

    /// <summary>Whether the log was read.</summary>
    public bool IsRead { get; private set; }

    /// <summary>The newest moment that this node knows.</summary>
    public Moment Moment { get; private set; } = Moment.Start;

    /// <summary>What was touched since this was last asked.</summary>
    public IReadOnlySet<Subject> TakeTouched()
    {
        var touched = _touched;
        _touched = [];
        return touched;
    }

    /// <summary>Reads what other nodes have appended. True: there was something.</summary>
    /// <exception cref="NewerVersionException">A newer release has written there; the moment stays before that.</exception>
    public async Task<bool> CatchUp()
    {
        var (commits, people) = await _log.ReadAfter(_workshop, Moment.Seq, _stopping);
        var moment = Moment with { People = Moment.People.With(people) };
        foreach (var commit in commits)
        {
            if (commit.V > Commit.Format)
            {
                throw new NewerVersionException();
            }

            if (commit.Seq != moment.Seq + 1)
            {
                throw new InvalidDataException($"Commit {moment.Seq + 1} of workshop {_workshop} is missing.");
            }

            moment = moment.After(commit, commit.Read(), [], _touched);
            _known.Add(commit);
        }

        Moment = moment;
        IsRead = true;
        return !commits.IsEmpty;
    }

    /// <summary>Takes commands in order and answers each, after what it did is durable.</summary>
    /// <exception cref="StorageUnavailableException">Those that are still without an answer may be sent again: what was written of them is recognised.</exception>
    public async Task Take(IReadOnlyList<Ask> asks)
    {
        var tries = 0;
        for (var left = asks; left.Count > 0;)
        {
            var draft = _drafting.Decide(Moment, left);
            var again = draft.Unsealing is not null ? await Unseal(draft) : await Write(draft, isFresh: tries > 0);
            left = [.. again, .. left.Skip(draft.Asks.Count)];
            if (again.Count == 0)
            {
                tries = 0;
            }
            else if (++tries >= MostTries)
            {
                throw new StorageUnavailableException("storage.busy", new TimeoutException($"Workshop {_workshop} was behind {tries} times."));
            }
            else
            {
                await Task.Delay(Random.Shared.Next(1, 4 << tries), _stopping);
                await CatchUp();
            }
        }
    }

    /// <summary>Commits first, ballots after them; gives back what must be decided again.</summary>
    async Task<IReadOnlyList<Ask>> Write(Draft draft, bool isFresh)
    {
        if (draft.Commits.Count > 0)
        {
            using var span = Traces.Commit(draft.Commits.Count);
            if (await Transact(draft.Asks, draft.Writing()) is not { } isWritten)
            {
                return [];
            }

            if (!isWritten)
            {
                return draft.Asks;
            }

            Metrics.Committed(draft.Commits.Count);
            Advance(draft.Now, draft.Commits, draft.Touched);
        }
        else if (draft.Refuses && !isFresh && await CatchUp())
        {
            // A refusal is only as good as the state that it was decided by: no older than the command.
            return draft.Asks;
        }

        draft.Answers.ForEach(answer => answer());
        return draft.Casts.Count > 0 ? await Cast(draft.Casts) : [];
    }

    async Task<IReadOnlyList<Ask>> Cast(List<(Ask Ask, SealedCast Cast)> casts)
    {
        var asks = casts.ConvertAll(c => c.Ask);
        var outcomes = new CastOutcome[casts.Count];
        var isWritten = await Transact(asks, transaction =>
        {
            for (var i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] = transaction.Cast(casts[i].Cast);
            }
        });
        if (isWritten is null)
        {
            return [];
        }

        if (isWritten is false)
        {
            return asks;
        }

        var again = new List<Ask>();
        foreach (var (ask, outcome) in asks.Zip(outcomes))
        {
            switch (outcome)
            {
                case CastOutcome.Cast or CastOutcome.Replaced:
                    ask.Reply(new() { Id = ask.Id.Value, Outcome = outcome == CastOutcome.Cast ? "cast" : "replaced" });
                    break;
                case CastOutcome.Closed:
                    // Another node has closed it: its count, which we have not read yet, says whether this ballot is in it.
                    again.Add(ask);
                    break;
                default:
                    ask.Refuse(outcome switch
                    {
                        CastOutcome.NotOnRoll => VotingRejections.NotAVoter(),
                        CastOutcome.CastElsewhere => VotingRejections.CastElsewhere(),
                        _ => VotingRejections.WrongKey(),
                    });
                    break;
            }
        }

        return again;
    }

    /// <summary>Empties a box and appends what follows from its content, in a transaction of its own.</summary>
    async Task<IReadOnlyList<Ask>> Unseal(Draft draft)
    {
        var (ask, asking, unsealing) = draft.Unsealing!.Value;
        Drafted? drafted = null;
        var isWritten = await Transact(draft.Asks, transaction =>
        {
            drafted = transaction.Empty(unsealing.Box) is { } items
                ? _drafting.Write(draft.From, ask, asking, unsealing.Then(items), [])
                : null;
            drafted?.WriteTo(transaction);
        });
        if (isWritten is null)
        {
            return [];
        }

        if (isWritten is false || drafted is null)
        {
            return draft.Asks;
        }

        var touched = new HashSet<Subject>();
        Advance(draft.From.After(drafted.Commit, drafted.Happened, [], touched), [drafted], touched);
        ask.Accept(drafted.Commit.Seq);
        return [];
    }

    void Advance(Moment moment, IEnumerable<Drafted> commits, IReadOnlySet<Subject> touched)
    {
        Moment = moment;
        _touched.UnionWith(touched);
        foreach (var drafted in commits)
        {
            _known.Add(drafted.Commit);
        }
    }

    /// <summary>
    /// Whether it was written. False: somebody else was first, or nobody knows. Both times the tail is read and the rest decided
    /// again: what was written after all is found there by its command's id, or its item's in the box; what is still being
    /// written breaks the key of the next try; and what was not is written now. Decisions depend on nothing but state, so what was
    /// accepted is not refused meanwhile. Null: our own work failed; nothing was written, and all of these are told so.
    /// </summary>
    async Task<bool?> Transact(IReadOnlyList<Ask> asks, Action<IWorkshopTransaction> work)
    {
        try
        {
            return await _log.Transact(_workshop, work, _stopping);
        }
        catch (OutcomeUnknownException unknown) when (unknown.InnerException is not TimeoutException)
        {
            // After a silence the sender is not kept waiting for the tail as well: it is told to send again.
            return false;
        }
        catch (Exception fault) when (fault is not (StorageUnavailableException or StorageFailedException or OperationCanceledException))
        {
            foreach (var ask in asks)
            {
                ask.Refuse(_drafting.Fault(ask, fault));
            }

            return null;
        }
    }
}

/// <summary>The log holds a commit of a newer format than this release reads.</summary>
sealed class NewerVersionException : Exception;
