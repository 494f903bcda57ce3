using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Properties;

/// <summary>What voters' devices keep: their last ballot, and the key that proves it.</summary>
public sealed class Devices(Random random)
{
    readonly Dictionary<string, string> _keys = [];
    readonly Dictionary<(ActivityId Vote, Actor Voter), CastBallot> _last = [];

    /// <summary>With the hash of a new key; most who have cast replace that ballot, proving it.</summary>
    public CastBallot Sign(Actor voter, CastBallot ballot)
    {
        if (ballot.EditHash.Length == 64)
        {
            var key = ballot.EditHash[..32];
            ballot = ballot with { EditHash = Boxes.HashOf(key) };
            _keys[ballot.EditHash] = key;
        }

        return _last.TryGetValue((ballot.Activity, voter), out var last) && random.Next(4) > 0
            ? ballot with { Ballot = last.Ballot, Key = _keys[last.EditHash] }
            : ballot;
    }

    public void Remember(Actor voter, CastBallot ballot) => _last[(ballot.Activity, voter)] = ballot;

    /// <summary>The last ballots of a vote, each with its voter.</summary>
    public IEnumerable<(Actor Voter, CastBallot Ballot)> OfVote(ActivityId vote) =>
        _last.Where(l => l.Key.Vote == vote).Select(l => (l.Key.Voter, l.Value));
}
