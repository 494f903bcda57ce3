namespace Workshop.Core.Voting;

/// <summary>A vote that was opened, in <c>public/activity:A</c>; id <c>vote:A</c>.</summary>
public sealed record VoteRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"vote:{Activity}";
    /// <summary>Which.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>Whether it takes ballots.</summary>
    public required bool Open { get; init; }
    /// <summary>What is voted on, in the order of creation.</summary>
    public required ImmutableArray<VoteItem> Items { get; init; }
    /// <summary>The rule.</summary>
    public required DotRule Rule { get; init; }
    /// <summary>How many may vote.</summary>
    public required int Electors { get; init; }
    /// <summary>The bands by which it will be counted.</summary>
    public required ImmutableArray<Band> Bands { get; init; }
}

/// <summary>Who may vote, in <c>staff/activity:A</c>; id <c>electorate:A</c>. Says nothing of who has.</summary>
public sealed record ElectorateRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"electorate:{Activity}";
    /// <summary>Which vote.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>The frozen list.</summary>
    public required ImmutableArray<PersonId> Electors { get; init; }
}

/// <summary>Whether the reader may vote, in <c>person:P/activity:A</c>; id <c>elector:A</c>. Absent: not in the electorate.</summary>
public sealed record ElectorRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"elector:{Activity}";
    /// <summary>Which vote.</summary>
    public required ActivityId Activity { get; init; }
}

/// <summary>The result of a closed vote, in <c>public/activity:A</c>; id <c>result:A</c>.</summary>
public sealed record ResultRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"result:{Activity}";
    /// <summary>Which vote.</summary>
    public required ActivityId Activity { get; init; }
    /// <summary>How many could vote.</summary>
    public required int Electors { get; init; }
    /// <summary>Ballots cast, blank ones among them.</summary>
    public required int Ballots { get; init; }
    /// <summary>Abstentions; 0 if there were too few ballots.</summary>
    public required int Blank { get; init; }
    /// <summary>All dots placed.</summary>
    public required int Dots { get; init; }
    /// <summary>Fewer than three ballots: nothing is shown, so that they stay secret.</summary>
    public required bool TooFew { get; init; }
    /// <summary>The bands by which it was counted.</summary>
    public required ImmutableArray<CountedBand> Bands { get; init; }
    /// <summary>The ranking, best first.</summary>
    public required ImmutableArray<RankedItem> Rows { get; init; }
    /// <summary>How the line between selected and not fell, if there are items on both sides.</summary>
    public CutOff? Line { get; init; }
    /// <summary>The receipts of the ballots counted, sorted.</summary>
    public required ImmutableArray<string> Receipts { get; init; }
    /// <summary>Whether its ranking was adopted as the priorities.</summary>
    public required bool Adopted { get; init; }
}

/// <summary>A place in the ranking.</summary>
public sealed record RankedItem
{
    /// <summary>Which.</summary>
    public required ClusterId Item { get; init; }
    /// <summary>The number that people say, from 1; tied items that the rule left undecided share one.</summary>
    public required int Rank { get; init; }
    /// <summary>Its dots.</summary>
    public required int Dots { get; init; }
    /// <summary>How many ballots gave it any.</summary>
    public required int Voters { get; init; }
    /// <summary>How many ballots gave it 1, 2, 3 … dots.</summary>
    public required ImmutableArray<int> Spread { get; init; }
    /// <summary>Dots per band, in the order of the result's bands.</summary>
    public required ImmutableArray<int> ByBand { get; init; }
    /// <summary>Items with the same number of dots.</summary>
    public ImmutableArray<ClusterId> TiedWith { get; init; } = [];
    /// <summary>What decided between those; absent: nothing could, or there was no tie.</summary>
    public TieBreak? DecidedBy { get; init; }
    /// <summary>Whether it is above the line; absent: the tie at the line is undecided. Once adopted, as the facilitator chose.</summary>
    public bool? Selected { get; init; }
}

/// <summary>The line between the last selected item and the next.</summary>
/// <param name="Select">How many are selected.</param>
/// <param name="Tied">Whether the two on either side have the same number of dots.</param>
/// <param name="DecidedBy">What decided between them; null: undecided, or no tie.</param>
/// <param name="Dots">Dots of the last one above the line.</param>
/// <param name="VotersAbove">Voters of the last one above the line.</param>
/// <param name="VotersBelow">Voters of the first one below.</param>
public sealed record CutOff(int Select, bool Tied, TieBreak? DecidedBy, int Dots, int VotersAbove, int VotersBelow);
