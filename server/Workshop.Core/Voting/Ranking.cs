namespace Workshop.Core.Voting;

/// <summary>
/// The order of a closed vote's items: by dots, then by what the rule says decides ties. A view of the sums; what the rule leaves
/// undecided is shown as a tie.
/// </summary>
/// <param name="Rows">Best first.</param>
/// <param name="Line">Between the last selected item and the next; null: all are selected.</param>
public sealed record Ranking(ImmutableArray<RankedItem> Rows, CutOff? Line)
{
    /// <summary>The ranking of a closed vote; empty if there were too few ballots.</summary>
    public static Ranking Of(Vote vote)
    {
        if (vote.Count is not { Sums.IsEmpty: false } count)
        {
            return new([], null);
        }

        var number = vote.Items.ToDictionary(i => i.Id, i => i.Number);
        var sums = count.Sums.OrderBy(s => s, Order(vote.Rule, number)).ThenBy(s => number[s.Item]).ToList();
        var ranks = new int[sums.Count];
        for (var i = 0; i < sums.Count; i++)
        {
            ranks[i] = i > 0 && Decider(sums[i - 1], sums[i], vote.Rule, number) == Undecided ? ranks[i - 1] : i + 1;
        }

        var select = Math.Min(vote.Rule.Select, sums.Count);
        var torn = select < sums.Count && ranks[select - 1] == ranks[select] ? ranks[select] : 0;
        return new(
            [.. sums.Select((sum, i) => new RankedItem
            {
                Item = sum.Item,
                Rank = ranks[i],
                Dots = sum.Dots,
                Voters = sum.Voters,
                Spread = sum.Spread,
                ByBand = sum.ByBand,
                TiedWith = [.. sums.Where(s => s.Dots == sum.Dots && s.Item != sum.Item).Select(s => s.Item)],
                DecidedBy = Neighbour(sums, i) is { } other ? Decider(sum, other, vote.Rule, number) switch
                {
                    Undecided => null,
                    var by => vote.Rule.TieBreak[by],
                } : null,
                Selected = ranks[i] == torn ? null : i < select,
            })],
            select == sums.Count ? null : Cut(sums[select - 1], sums[select], select, vote.Rule, number));
    }

    /// <summary>
    /// The same, once its priorities were adopted: what the rule left tied stands in the order, and on the side of the line, that was
    /// chosen.
    /// </summary>
    public Ranking AdoptedAs(ImmutableArray<ClusterId> priorities) => this with
    {
        Rows = [.. Rows
            .Select(row => (Row: row, Place: priorities.IndexOf(row.Item)))
            .OrderBy(r => r.Place < 0 ? priorities.Length : r.Place)
            .Select(r => r.Row with { Selected = r.Place >= 0 })],
    };

    static CutOff Cut(ItemSum above, ItemSum below, int select, DotRule rule, Dictionary<ClusterId, int> number)
    {
        var tied = above.Dots == below.Dots;
        var by = tied ? Decider(above, below, rule, number) : Undecided;
        return new(select, tied, by == Undecided ? null : rule.TieBreak[by], above.Dots, above.Voters, below.Voters);
    }

    const int ByDots = -1;
    const int Undecided = -2;

    /// <summary>The tied item next below, or next above for the last of them.</summary>
    static ItemSum? Neighbour(List<ItemSum> sums, int i) =>
        i + 1 < sums.Count && sums[i + 1].Dots == sums[i].Dots ? sums[i + 1]
        : i > 0 && sums[i - 1].Dots == sums[i].Dots ? sums[i - 1]
        : null;

    /// <summary>The index of the tie-break that decides between two, <see cref="ByDots"/> or <see cref="Undecided"/>.</summary>
    static int Decider(ItemSum a, ItemSum b, DotRule rule, Dictionary<ClusterId, int> number)
    {
        if (a.Dots != b.Dots)
        {
            return ByDots;
        }

        for (var i = 0; i < rule.TieBreak.Length; i++)
        {
            if (Compare(a, b, rule.TieBreak[i], number) != 0)
            {
                return i;
            }
        }

        return Undecided;
    }

    static Comparer<ItemSum> Order(DotRule rule, Dictionary<ClusterId, int> number) => Comparer<ItemSum>.Create((a, b) =>
        Decider(a, b, rule, number) switch
        {
            ByDots => b.Dots.CompareTo(a.Dots),
            Undecided => 0,
            var by => Compare(a, b, rule.TieBreak[by], number),
        });

    static int Compare(ItemSum a, ItemSum b, TieBreak by, Dictionary<ClusterId, int> number) => by switch
    {
        TieBreak.MoreVoters => b.Voters.CompareTo(a.Voters),
        TieBreak.EarlierCreated => number[a.Item].CompareTo(number[b.Item]),
        _ => 0,
    };
}
