using Workshop.Core.Plan;

namespace Workshop.Saboteur;

/// <summary>A log that passes everything on; bugs override what they do wrong.</summary>
abstract class PassingLog(IWorkshopLog right) : IWorkshopLog
{
    public virtual Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation) => right.ReadAfter(workshop, seq, cancellation);

    public Task<IReadOnlyDictionary<WorkshopId, long>> Heads(IReadOnlyCollection<WorkshopId> workshops, CancellationToken cancellation) =>
        right.Heads(workshops, cancellation);

    public Task<int> CountItems(WorkshopId workshop, string box, CancellationToken cancellation) => right.CountItems(workshop, box, cancellation);

    public virtual Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation) =>
        right.Transact(workshop, transaction => work(Wrap(transaction)), cancellation);

    protected virtual IWorkshopTransaction Wrap(IWorkshopTransaction transaction) => transaction;
}

/// <summary>A transaction that passes everything on.</summary>
abstract class PassingTransaction(IWorkshopTransaction right) : IWorkshopTransaction
{
    public virtual void Append(Commit commit) => right.Append(commit);
    public void Put(PersonRow row) => right.Put(row);
    public void Put(MembershipRow row) => right.Put(row);
    public void Put(DoorRow row) => right.Put(row);
    public void Put(ParticipantSessionRow row) => right.Put(row);
    public void Open(OpenedBox box) => right.Open(box);
    public CastOutcome Cast(SealedCast cast) => right.Cast(cast);
    public virtual ImmutableArray<SealedItem>? Empty(string box) => right.Empty(box);
    public void Replace(Outcomes outcomes) => right.Replace(outcomes);
}

/// <summary>A log that does one thing wrong, once.</summary>
abstract class WrongOnce(IWorkshopLog right) : PassingLog(right)
{
    bool _isDone;

    public override async Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation)
    {
        var isWrong = false;
        var isWritten = await base.Transact(
            workshop,
            transaction =>
            {
                isWrong = false;
                work(_isDone ? transaction : Spoil(transaction, () => isWrong = true));
            },
            cancellation);
        _isDone |= isWritten && isWrong;
        return isWritten;
    }

    /// <summary>A transaction that goes wrong at the first chance, and says so.</summary>
    protected abstract IWorkshopTransaction Spoil(IWorkshopTransaction transaction, Action done);
}
