using System.Text;
using Workshop.Core.Cards;

namespace Workshop.Saboteur.Bugs;

/// <summary>One card is there twice, as if a retry had been taken for something new.</summary>
sealed class DoubleACard(IWorkshopLog right) : WrongOnce(right)
{
    protected override IWorkshopTransaction Spoil(IWorkshopTransaction transaction, Action done) => new Wrong(transaction, done);

    sealed class Wrong(IWorkshopTransaction right, Action done) : PassingTransaction(right)
    {
        bool _isDone;

        public override void Append(Commit commit)
        {
            base.Append(commit);
            if (!_isDone && commit.Read() is [{ Event: CardAdded added }])
            {
                _isDone = true;
                done();
                base.Append(Double(commit, added));
            }
        }

        static Commit Double(Commit commit, CardAdded added)
        {
            var id = Guid.CreateVersion7().ToString();
            var events = Encoding.UTF8.GetString(commit.Events.AsSpan()).Replace(added.Card.Value, id, StringComparison.Ordinal);
            var doubled = commit with { Seq = commit.Seq + 1, Command = CommandId.Of(id), Events = [.. Encoding.UTF8.GetBytes(events)] };
            return doubled with { Hash = doubled.ComputeHash(commit.Hash) };
        }
    }
}
