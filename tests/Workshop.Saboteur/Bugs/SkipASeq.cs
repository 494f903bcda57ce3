namespace Workshop.Saboteur.Bugs;

/// <summary>One place of the log stays empty.</summary>
sealed class SkipASeq(IWorkshopLog right) : WrongOnce(right)
{
    /// <summary>The workshop has begun by then.</summary>
    const int NotBefore = 40;

    protected override IWorkshopTransaction Spoil(IWorkshopTransaction transaction, Action done) => new Wrong(transaction, done);

    sealed class Wrong(IWorkshopTransaction right, Action done) : PassingTransaction(right)
    {
        bool _skips;

        public override void Append(Commit commit)
        {
            if (commit.Seq >= NotBefore && !_skips)
            {
                _skips = true;
                done();
            }

            base.Append(_skips ? commit with { Seq = commit.Seq + 1 } : commit);
        }
    }
}
