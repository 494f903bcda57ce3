using Workshop.Core.Plan;

namespace Workshop.Storage;

/// <summary>
/// The logs of all workshops, and what is written in the same transactions: personal data, sealed boxes, outcome tables. The
/// database is the sequencer: <c>(workshop, seq)</c> and <c>(workshop, command)</c> are unique, so of two nodes that append at
/// one place one fails, reads what it missed and decides again. What each dialect must keep:
/// <list type="number">
/// <item>When <see cref="Transact"/> returns true, what was written survives the death of the process and, if the disk honours
/// fsync, of the machine.</item>
/// <item>When it returns false, a constraint was broken and nothing of this call was written; which one is not told.</item>
/// <item>When it throws <see cref="StorageUnavailableException"/>, nothing of this call was written, nor when it throws what the
/// call's own work threw. After an <see cref="OutcomeUnknownException"/> the log itself tells: whoever decides again on its tail
/// finds the commit there, or breaks its key, or writes it. <see cref="StorageFailedException"/> is a fault after which only a
/// restart knows what was written.</item>
/// <item>Calls for different workshops may share a transaction, each under its own savepoint; none sees another's failure.</item>
/// </list>
/// </summary>
public interface IWorkshopLog
{
    /// <summary>The commits of a workshop behind <paramref name="seq"/>, in order, with the personal data written in them.</summary>
    Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation);

    /// <summary>The newest seq of each of these workshops that has a log.</summary>
    Task<IReadOnlyDictionary<WorkshopId, long>> Heads(IReadOnlyCollection<WorkshopId> workshops, CancellationToken cancellation);

    /// <summary>
    /// Runs <paramref name="work"/> in a durable transaction. It must be quick, must do nothing else, and may be run on another
    /// thread; it may be run again only after everything that it wrote was rolled back. Once begun it cannot be cancelled.
    /// </summary>
    /// <returns>Whether it was written; false: a constraint was broken, so somebody else was first.</returns>
    Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation);

    /// <summary>How many ballots lie in an open box.</summary>
    Task<int> CountItems(WorkshopId workshop, string box, CancellationToken cancellation);
}

/// <summary>What can be done within <see cref="IWorkshopLog.Transact"/>.</summary>
public interface IWorkshopTransaction
{
    /// <summary>Appends a commit.</summary>
    void Append(Commit commit);

    /// <summary>
    /// Writes personal data, or overwrites it; it belongs to the last commit appended in this call, and to every tail that holds
    /// that commit. A call that puts personal data and appends nothing is a fault.
    /// </summary>
    void Put(PersonRow row);

    /// <summary>Makes an account a person of the workshop; no workshop comes into being without its facilitator's.</summary>
    void Put(MembershipRow row);

    /// <summary>Gives the workshop its code. A code that another workshop has breaks a constraint: try another one.</summary>
    void Put(DoorRow row);

    /// <summary>Lets a device come back as the person who has just joined.</summary>
    void Put(ParticipantSessionRow row);

    /// <summary>Opens a box and writes its roll.</summary>
    void Open(OpenedBox box);

    /// <summary>Puts an item into an open box, or replaces it, under the box's lock. All refusals leave everything as it was.</summary>
    CastOutcome Cast(SealedCast cast);

    /// <summary>
    /// Closes a box and takes its items out, ordered by their random ids; they are deleted, and once the transaction is durable
    /// no file of the database still holds them. Null: the box is closed already, or was never opened.
    /// </summary>
    ImmutableArray<SealedItem>? Empty(string box);

    /// <summary>Replaces the outcome rows of the workshop.</summary>
    void Replace(Outcomes outcomes);
}

/// <summary>Commits, and the personal data that their events trace.</summary>
public sealed record Tail(ImmutableArray<Commit> Commits, ImmutableArray<PersonRow> People);

/// <summary>What became of an item for a box.</summary>
public enum CastOutcome
{
    /// <summary>It lies in the box; also the answer to a retry.</summary>
    Cast,
    /// <summary>It took the place of the earlier one from the same device; also the answer to a retry of that.</summary>
    Replaced,
    /// <summary>The box is closed or was never opened.</summary>
    Closed,
    /// <summary>The person is not on the roll.</summary>
    NotOnRoll,
    /// <summary>The person has cast from another device.</summary>
    CastElsewhere,
    /// <summary>The key is not that of the item.</summary>
    WrongKey,
}
