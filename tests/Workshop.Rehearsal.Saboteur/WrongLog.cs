using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Workshop.Core.Cards;

namespace Workshop.Rehearsal.Saboteur;

/// <summary>A log that does one thing wrong, once.</summary>
/// <param name="right">The server's own.</param>
/// <param name="sabotage"><c>lose-a-dot</c> or <c>double-a-card</c>.</param>
sealed class WrongLog(IWorkshopLog right, string sabotage) : IWorkshopLog
{
    bool _isDone;

    /// <summary>Puts a wrong log before the one that the server has registered.</summary>
    public static void PutBefore(IServiceCollection services, string sabotage)
    {
        var right = services.Last(s => s.ServiceType == typeof(IWorkshopLog));
        services.AddSingleton<IWorkshopLog>(provider =>
            new WrongLog((IWorkshopLog)(right.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, right.ImplementationType!)), sabotage));
    }

    public Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation) => right.ReadAfter(workshop, seq, cancellation);

    public Task<IReadOnlyDictionary<WorkshopId, long>> Heads(IReadOnlyCollection<WorkshopId> workshops, CancellationToken cancellation) =>
        right.Heads(workshops, cancellation);

    public Task<int> CountItems(WorkshopId workshop, string box, CancellationToken cancellation) => right.CountItems(workshop, box, cancellation);

    public async Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation)
    {
        var wrong = false;
        var written = await right.Transact(
            workshop,
            transaction =>
            {
                wrong = false;
                work(_isDone ? transaction : new WrongTransaction(transaction, sabotage, () => wrong = true));
            },
            cancellation);
        _isDone |= written && wrong;
        return written;
    }

    sealed class WrongTransaction(IWorkshopTransaction right, string sabotage, Action done) : IWorkshopTransaction
    {
        bool _isDone;

        public void Append(Commit commit)
        {
            right.Append(commit);
            if (sabotage == "double-a-card" && !_isDone && commit.Read() is [{ Event: CardAdded added }])
            {
                Done();
                right.Append(Double(commit, added));
            }
        }

        public ImmutableArray<SealedItem>? Empty(string box)
        {
            var items = right.Empty(box);
            if (sabotage != "lose-a-dot" || items is not { } all || Enumerable.Range(0, all.Length).FirstOrDefault(i => HasDots(all[i]), -1) is not (>= 0 and var at))
            {
                return items;
            }

            Done();
            return all.SetItem(at, WithoutADot(all[at]));
        }

        public void Put(PersonRow row) => right.Put(row);
        public void Put(MembershipRow row) => right.Put(row);
        public void Put(DoorRow row) => right.Put(row);
        public void Put(ParticipantSessionRow row) => right.Put(row);
        public void Open(OpenedBox box) => right.Open(box);
        public CastOutcome Cast(SealedCast cast) => right.Cast(cast);
        public void Replace(Core.Plan.Outcomes outcomes) => right.Replace(outcomes);

        void Done()
        {
            _isDone = true;
            done();
        }

        /// <summary>The same card once more, as if a retry had been taken for something new.</summary>
        static Commit Double(Commit commit, CardAdded added)
        {
            var id = Guid.CreateVersion7().ToString();
            var events = Encoding.UTF8.GetString(commit.Events.AsSpan()).Replace(added.Card.Value, id, StringComparison.Ordinal);
            var doubled = commit with { Seq = commit.Seq + 1, Command = CommandId.Of(id), Events = [.. Encoding.UTF8.GetBytes(events)] };
            return doubled with { Hash = doubled.ComputeHash(commit.Hash) };
        }

        static bool HasDots(SealedItem item) => DotsIn(item, out _).Count > 0;

        static SealedItem WithoutADot(SealedItem item)
        {
            var dots = DotsIn(item, out var ballot);
            var (cluster, given) = dots.First();
            if (given!.GetValue<int>() is > 1 and var more)
            {
                dots[cluster] = more - 1;
            }
            else
            {
                dots.Remove(cluster);
            }

            return item with { Payload = [.. Encoding.UTF8.GetBytes(ballot.ToJsonString())] };
        }

        static JsonObject DotsIn(SealedItem item, out JsonNode ballot)
        {
            ballot = JsonNode.Parse(item.Payload.AsSpan())!;
            return ballot["dots"]!.AsObject();
        }
    }
}
