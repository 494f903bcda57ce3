using System.Diagnostics;
using Workshop.Core.Agenda;

namespace Workshop.Core.Voting;

/// <summary>Decides and evolves votes. A ballot never becomes an event: it goes to the sealed box.</summary>
public static class VotingDecider
{
    /// <summary>What a command comes to.</summary>
    public static Decision Decide(WorkshopState state, Asking asking, IVotingCommand command) => command switch
    {
        OpenVoting c => Open(state, c),
        CastBallot c => Cast(state, asking, c),
        CloseVoting c => Close(state, c),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    static Decision Open(WorkshopState state, OpenVoting c)
    {
        if (state.Agenda.Activities.GetValueOrDefault(c.Activity)?.Settings is not VoteSettings settings)
        {
            return VotingRejections.NoSuchVote();
        }

        if (state.Voting.Find(c.Activity) is { } vote)
        {
            return vote.IsOpen ? [] : VotingRejections.ClosedForGood();
        }

        var items = state.Agenda.SourceOf(c.Activity) is { } clustering
            ? state.Clusters.Of(clustering).OrderBy(k => k.Number).Select(k => new VoteItem(k.Id, k.Number, k.Name)).ToImmutableArray()
            : [];
        var electors = state.People.All.Values
            .Where(p => p.IsElector && !c.Without.Contains(p.Id))
            .OrderBy(p => p.Id.Value, StringComparer.Ordinal)
            .ToImmutableArray();
        return items.Length < 2 ? VotingRejections.TooFewItems()
            : electors.IsEmpty ? VotingRejections.NoElectors()
            :
            [
                new VotingOpened(
                    c.Activity,
                    items,
                    settings.Rule,
                    [.. electors.Select(p => p.Id)],
                    Bands.OfElectors(state.Agenda.Groups.Select(g => g.Id), electors.Select(p => p.Group), settings.Rule.SmallGroup)),
            ];
    }

    static Decision Cast(WorkshopState state, Asking asking, CastBallot c) => state.Voting.Find(c.Activity) switch
    {
        null => VotingRejections.NotOpen(),
        _ when !IsWellFormed(c) => VotingRejections.Malformed(),
        { Count: { } count } => Late(count, c),
        _ when state.Agenda.Phase != Phase.Open => RightsRejections.Closed(),
        { } vote when !vote.Electors.Contains(asking.Person) => VotingRejections.NotAVoter(),
        { } vote => RefuseDots(vote, c) is { } rejection ? rejection : new SealedCast(
            c.Activity.Value,
            asking.Person,
            c.Ballot,
            new Ballot(BandOf(state, vote, asking.Person), c.Dots).Write(),
            c.EditHash,
            c.Key),
    };

    /// <summary>A retry that comes after the close: counted, if its receipt (of a replacement, its edit hash too) is on the list.</summary>
    static Decision Late(VotingClosed count, CastBallot c)
    {
        var receipt = count.Receipts.FirstOrDefault(r => r.Code == Ballot.ReceiptOf(c.Ballot));
        Decision none = [];
        return receipt is null || (c.Key is not null && receipt.EditHash != c.EditHash)
            ? VotingRejections.Closed()
            : none with { Counted = c.Key is null ? "cast" : "replaced" };
    }

    static Rejection? RefuseDots(Vote vote, CastBallot c)
    {
        var rule = vote.Rule;
        var most = c.Dots.Values.DefaultIfEmpty(0).Max();
        var sum = c.Dots.Values.Sum(dots => (long)dots);
        return c.Key is not null && !rule.Replaceable ? VotingRejections.Final()
            : c.Dots.Keys.Any(item => vote.Items.All(i => i.Id != item)) ? VotingRejections.NoSuchItem()
            : most > rule.MostOnOne ? VotingRejections.TooManyOnOne(most, rule.MostOnOne)
            : sum > rule.Dots ? VotingRejections.OverBudget(sum, rule.Dots)
            : !rule.Partial && sum > 0 && sum < rule.Dots ? VotingRejections.UnderBudget(sum, rule.Dots)
            : null;
    }

    static Decision Close(WorkshopState state, CloseVoting c) => state.Voting.Find(c.Activity) switch
    {
        null => VotingRejections.NotOpen(),
        { IsOpen: false } => [],
        { } vote => new Unsealing(c.Activity.Value, items => [Tally.Count(vote, items)]),
    };

    /// <summary>The state after an event: the vote, and the status of its step.</summary>
    public static WorkshopState Evolve(WorkshopState state, IVotingEvent happened, DateTimeOffset at) => happened switch
    {
        VotingOpened e => state with
        {
            Agenda = state.Agenda.With(e.Activity, a => a.Opened(at) with { Source = a.Source ?? state.Agenda.SourceOf(e.Activity) }),
            Voting = state.Voting.With(new()
            {
                Activity = e.Activity,
                Items = e.Items,
                Rule = e.Rule,
                Electors = [.. e.Electors],
                Bands = e.Bands,
            }),
        },
        VotingClosed e => state with
        {
            Agenda = state.Agenda.With(e.Activity, a => a.Closed(at)),
            Voting = state.Voting.Find(e.Activity) is { } vote ? state.Voting.With(vote with { Count = e }) : state.Voting,
        },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    static string BandOf(WorkshopState state, Vote vote, PersonId person)
    {
        var group = state.People.Find(person)?.Group ?? Band.NoGroup;
        return (vote.Bands.FirstOrDefault(b => b.Groups.Contains(group)) ?? vote.Bands[0]).Id;
    }

    static bool IsWellFormed(CastBallot c) =>
        IsHex(c.Ballot, 32) && IsHex(c.EditHash, 64) && (c.Key is null || IsHex(c.Key, 32)) && c.Dots.Values.All(dots => dots >= 1);

    static bool IsHex(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>The words of the feature for its state.</summary>
public static class VotingWords
{
    extension(VotingState voting)
    {
        /// <summary>With this vote put in.</summary>
        public VotingState With(Vote vote) => voting with { All = voting.All.SetItem(vote.Activity, vote) };
    }
}
