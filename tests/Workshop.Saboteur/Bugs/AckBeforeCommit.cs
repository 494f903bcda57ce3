using Workshop.Core.Plan;

namespace Workshop.Saboteur.Bugs;

/// <summary>What is written is acknowledged at once, and written a moment later.</summary>
sealed class AckBeforeCommit(IWorkshopLog right) : PassingLog(right)
{
    static readonly TimeSpan s_moment = TimeSpan.FromSeconds(0.3);

    Task _written = Task.CompletedTask;

    public override async Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation)
    {
        var noted = new Noted();
        work(noted);
        if (noted.NeedsAnAnswer)
        {
            await _written;
            return await base.Transact(workshop, work, cancellation);
        }

        _written = Write(_written, workshop, noted);
        return true;
    }

    async Task Write(Task before, WorkshopId workshop, Noted noted)
    {
        await before;
        await Task.Delay(s_moment);
        await base.Transact(workshop, noted.WriteTo, CancellationToken.None);
    }

    /// <summary>Notes what is to be written.</summary>
    sealed class Noted : IWorkshopTransaction
    {
        readonly List<Action<IWorkshopTransaction>> _writes = [];

        /// <summary>Whether something was asked that only the database knows.</summary>
        public bool NeedsAnAnswer { get; private set; }

        public void WriteTo(IWorkshopTransaction transaction) => _writes.ForEach(write => write(transaction));
        public void Append(Commit commit) => _writes.Add(t => t.Append(commit));
        public void Put(PersonRow row) => _writes.Add(t => t.Put(row));
        public void Put(MembershipRow row) => _writes.Add(t => t.Put(row));
        public void Put(DoorRow row) => _writes.Add(t => t.Put(row));
        public void Put(ParticipantSessionRow row) => _writes.Add(t => t.Put(row));
        public void Open(OpenedBox box) => _writes.Add(t => t.Open(box));
        public void Replace(Outcomes outcomes) => _writes.Add(t => t.Replace(outcomes));

        public CastOutcome Cast(SealedCast cast)
        {
            NeedsAnAnswer = true;
            return CastOutcome.Closed;
        }

        public ImmutableArray<SealedItem>? Empty(string box)
        {
            NeedsAnAnswer = true;
            return null;
        }
    }
}
