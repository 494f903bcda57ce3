using Microsoft.Data.Sqlite;

namespace Workshop.Saboteur.Bugs;

/// <summary>
/// Whether a command is new is decided before the transaction, by what this node knew then; within it whatever is in the way is
/// got round.
/// </summary>
sealed class DedupeOutside(IWorkshopLog right) : PassingLog(right)
{
    const int Constraint = 19;

    protected override IWorkshopTransaction Wrap(IWorkshopTransaction transaction) => new Wrong(transaction);

    sealed class Wrong(IWorkshopTransaction right) : PassingTransaction(right)
    {
        Commit? _last;

        public override void Append(Commit commit)
        {
            try
            {
                base.Append(commit);
                _last = commit;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == Constraint)
            {
                var (seq, hash) = _last is null ? TheDatabase.Head(commit.Workshop) : (_last.Seq, _last.Hash);
                var behind = commit with { Seq = seq + 1, Command = CommandId.Of(Guid.CreateVersion7().ToString()) };
                _last = behind with { Hash = behind.ComputeHash(hash) };
                base.Append(_last);
            }
        }
    }
}
