namespace Workshop.Core.Voting;

/// <summary>Who sees what of a vote. Before it is closed there is nothing to see of its ballots, for anyone.</summary>
public static class VotingView
{
    /// <summary>What an event touched: opening and closing also change the step on the agenda.</summary>
    public static IEnumerable<Subject> TouchedBy(IVotingEvent happened) =>
    [
        new(SubjectKind.Vote, (happened switch
        {
            VotingOpened e => e.Activity,
            VotingClosed e => e.Activity,
            _ => default,
        }).Value),
        new(SubjectKind.Agenda),
    ];

    /// <summary>The records of a vote: what is asked, who may vote (for staff, and each for themselves), the result.</summary>
    public static IEnumerable<Projected> Of(WorkshopState state, ActivityId activity)
    {
        if (state.Voting.Find(activity) is not { } vote)
        {
            yield break;
        }

        var topic = View.TopicOf(activity);
        yield return new(new("public", topic), new VoteRecord
        {
            Activity = activity,
            Open = vote.IsOpen,
            Items = vote.Items,
            Rule = vote.Rule,
            Electors = vote.Electors.Count,
            Bands = vote.Bands,
        });
        yield return new(new("staff", topic), new ElectorateRecord
        {
            Activity = activity,
            Electors = [.. vote.Electors.OrderBy(e => e.Value, StringComparer.Ordinal)],
        });
        foreach (var elector in vote.Electors)
        {
            yield return new(View.Of(elector, topic), new ElectorRecord { Activity = activity });
        }

        if (vote.Count is { } count)
        {
            yield return new(new("public", topic), ResultOf(state, vote, count));
        }
    }

    static ResultRecord ResultOf(WorkshopState state, Vote vote, VotingClosed count)
    {
        var adopted = state.Plan.Vote == vote.Activity;
        var ranking = adopted ? Ranking.Of(vote).AdoptedAs([.. state.Plan.Priorities.Select(p => p.Item)]) : Ranking.Of(vote);
        return new()
        {
            Activity = vote.Activity,
            Electors = vote.Electors.Count,
            Ballots = count.Ballots,
            Blank = count.Blank,
            Dots = count.Sums.Sum(s => s.Dots),
            TooFew = count.Ballots < Tally.FewestBallots,
            Bands = count.Bands,
            Rows = ranking.Rows,
            Line = ranking.Line,
            Receipts = [.. count.Receipts.Select(r => r.Code)],
            Adopted = adopted,
        };
    }
}
