namespace Workshop.Core.Voting;

/// <summary>What decides between items with the same number of dots, in the order of the rule.</summary>
public enum TieBreak
{
    /// <summary>The item with more distinct voters comes first.</summary>
    MoreVoters,
    /// <summary>The item created earlier comes first. Never leaves a tie.</summary>
    EarlierCreated,
}

/// <summary>The rule of a dot vote, written down before it opens and shown with its result.</summary>
public sealed record DotRule
{
    /// <summary>Dots a ballot may place, 1 to 100.</summary>
    public required int Dots { get; init; }

    /// <summary>Most dots of one ballot on one item, 1 to <see cref="Dots"/>.</summary>
    public required int MostOnOne { get; init; }

    /// <summary>Whether a ballot may leave dots unused. A blank ballot is an abstention and always allowed.</summary>
    public bool Partial { get; init; } = true;

    /// <summary>What decides ties, in this order; what it leaves undecided is shown as a tie.</summary>
    public ImmutableArray<TieBreak> TieBreak { get; init; } = [Voting.TieBreak.MoreVoters, Voting.TieBreak.EarlierCreated];

    /// <summary>How many items are selected, from 1.</summary>
    public required int Select { get; init; }

    /// <summary>Whether a device may replace its ballot until the vote closes.</summary>
    public bool Replaceable { get; init; } = true;

    /// <summary>Groups of fewer electors, or ballots, are shown together with others, 1 to 15.</summary>
    public int SmallGroup { get; init; } = 5;

    /// <summary>Whether the rule's numbers fit together.</summary>
    [JsonIgnore]
    public bool IsSound =>
        Dots is >= 1 and <= 100 && MostOnOne >= 1 && MostOnOne <= Dots && Select is >= 1 and <= 200
        && SmallGroup is >= 1 and <= 15 && TieBreak.Distinct().Count() == TieBreak.Length;
}
