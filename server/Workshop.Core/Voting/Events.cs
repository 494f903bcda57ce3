namespace Workshop.Core.Voting;

/// <summary>What happened to votes. A ballot is never among it.</summary>
public interface IVotingEvent : IEvent;

/// <summary>A vote is open, with all that was frozen.</summary>
public sealed record VotingOpened(
    ActivityId Activity,
    ImmutableArray<VoteItem> Items,
    DotRule Rule,
    ImmutableArray<PersonId> Electors,
    ImmutableArray<Band> Bands) : IVotingEvent;

/// <summary>What is voted on: a cluster, as it was called when the vote opened. In the order of creation.</summary>
public sealed record VoteItem(ClusterId Id, int Number, Text Name);

/// <summary>Stakeholder groups whose ballots are counted together, because alone they would be too small.</summary>
/// <param name="Id"><c>1</c>, <c>2</c> … in the order of the workshop's groups.</param>
/// <param name="Groups">Its groups; <see cref="NoGroup"/> stands for people without one.</param>
/// <param name="Electors">How many may vote in it.</param>
public sealed record Band(string Id, ImmutableArray<GroupId> Groups, int Electors)
{
    /// <summary>The group of people without a group; no group of a workshop may be called so.</summary>
    public static readonly GroupId NoGroup = GroupId.Of("-");
}

/// <summary>A vote is closed and counted.</summary>
/// <param name="Activity">Which.</param>
/// <param name="Ballots">Ballots cast, blank ones among them.</param>
/// <param name="Blank">Abstentions; 0 if there were fewer than three ballots.</param>
/// <param name="Bands">The bands as counted: those with too few ballots merged further. Empty if there were fewer than three ballots.</param>
/// <param name="Sums">Per item; empty if there were fewer than three ballots.</param>
/// <param name="Receipts">Sorted; proves inclusion without saying how anyone voted.</param>
public sealed record VotingClosed(
    ActivityId Activity,
    int Ballots,
    int Blank,
    ImmutableArray<CountedBand> Bands,
    ImmutableArray<ItemSum> Sums,
    ImmutableArray<Receipt> Receipts) : IVotingEvent;

/// <summary>A band as it was counted.</summary>
public sealed record CountedBand(string Id, ImmutableArray<GroupId> Groups, int Electors, int Ballots);

/// <summary>The count of one item.</summary>
/// <param name="Item">Which.</param>
/// <param name="Dots">All its dots.</param>
/// <param name="Voters">How many ballots gave it any.</param>
/// <param name="Spread">How many ballots gave it 1, 2, 3 … dots; as long as the rule's most on one item.</param>
/// <param name="ByBand">Dots per band, in the order of <see cref="VotingClosed.Bands"/>.</param>
public sealed record ItemSum(ClusterId Item, int Dots, int Voters, ImmutableArray<int> Spread, ImmutableArray<int> ByBand);

/// <summary>A ballot's receipt, and the hash that a late retry of its replacement is recognised by.</summary>
/// <param name="Code">8 characters of Crockford's Base32 from SHA-256("r" + ballot id).</param>
/// <param name="EditHash">The last edit hash, 64 hex digits.</param>
public sealed record Receipt(string Code, string EditHash);
