using System.Text;
using System.Text.Json.Nodes;

namespace Workshop.Saboteur.Bugs;

/// <summary>One dot of one ballot is gone when the box is emptied.</summary>
sealed class LoseADot(IWorkshopLog right) : WrongOnce(right)
{
    protected override IWorkshopTransaction Spoil(IWorkshopTransaction transaction, Action done) => new Wrong(transaction, done);

    sealed class Wrong(IWorkshopTransaction right, Action done) : PassingTransaction(right)
    {
        public override ImmutableArray<SealedItem>? Empty(string box)
        {
            var items = base.Empty(box);
            if (items is not { } all || Enumerable.Range(0, all.Length).FirstOrDefault(i => HasDots(all[i]), -1) is not (>= 0 and var at))
            {
                return items;
            }

            done();
            return all.SetItem(at, WithoutADot(all[at]));
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
