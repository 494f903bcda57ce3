using Workshop.Core.People;
using Workshop.Core.Wire;
using Workshop.Server.Hub;

namespace Workshop.Server.Rooms;

/// <summary>What a room tells beside its log: who is online, how many are here, how many ballots lie in open boxes, what keeps the server from saving. The last value wins.</summary>
sealed class Ambience
{
    readonly Dictionary<View, Dictionary<string, ReadOnlyMemory<byte>>> _said = [];
    ImmutableHashSet<PersonId> _elsewhere = [];
    StorageTrouble? _trouble;
    ImmutableDictionary<ActivityId, int> _ballots = ImmutableDictionary<ActivityId, int>.Empty;

    /// <summary>Takes who is connected to other nodes.</summary>
    public void Hear(Elsewhere elsewhere) => _elsewhere = elsewhere.People;

    /// <summary>Takes the numbers of ballots, which every node reads at the same moment.</summary>
    public void Hear(BallotCounts ballots) => _ballots = ballots.Counts;

    /// <summary>Takes what keeps the server from saving. False: that was known.</summary>
    public bool Hear(Saving saving)
    {
        var isNew = _trouble != saving.Trouble;
        _trouble = saving.Trouble;
        return isNew;
    }

    /// <summary>Compares with what was said before: a message for each view in which something else is to be said.</summary>
    public IReadOnlyList<(View View, Outgoing Message)> Refresh(WorkshopState state, IEnumerable<Connection> connections)
    {
        var online = connections
            .Where(c => c.Visitor.By != Entrance.Screen)
            .Select(c => c.Visitor.Person)
            .Concat(_elsewhere)
            .Distinct()
            .Order(Comparer<PersonId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)))
            .ToImmutableArray();
        var here = online.Count(p => state.People.Find(p) is { Attendance: Attendance.Present });
        var ballots = state.Voting.All.Values
            .Where(v => v.IsOpen && _ballots.ContainsKey(v.Activity))
            .ToDictionary(v => new View("public", View.TopicOf(v.Activity)), v => new BallotsRecord { Activity = v.Activity, Ballots = _ballots[v.Activity] });
        return
        [
            .. Say(View.StaffNow, new OnlineRecord { People = online }),
            .. _trouble is { } trouble ? Say(View.StaffNow, new StorageRecord { Trouble = trouble }) : Unsay(View.StaffNow, "storage"),
            .. Say(View.PublicNow, new HereRecord { People = here }),
            .. ballots.SelectMany(b => Say(b.Key, b.Value)),
            .. _said.Keys.Where(v => v.Activity is not null && !ballots.ContainsKey(v)).ToList().Select(v => (v, Unsay(v))),
        ];
    }

    /// <summary>All that is to be said in a view, for somebody who has just joined it; null: nothing.</summary>
    public Outgoing? Of(View view) => _said.GetValueOrDefault(view) is { } said ? Outgoing.Ambient(view, said.Values, []) : null;

    IEnumerable<(View View, Outgoing Message)> Say(View view, IRecord record)
    {
        var bytes = Outgoing.Record(record);
        var said = _said.TryGetValue(view, out var found) ? found : _said[view] = new(StringComparer.Ordinal);
        if (!said.TryGetValue(record.Id, out var before) || !before.Span.SequenceEqual(bytes.Span))
        {
            said[record.Id] = bytes;
            yield return (view, Outgoing.Ambient(view, [bytes], []));
        }
    }

    IEnumerable<(View View, Outgoing Message)> Unsay(View view, string id) =>
        _said.TryGetValue(view, out var said) && said.Remove(id) ? [(view, Outgoing.Ambient(view, [], [id]))] : [];

    Outgoing Unsay(View view)
    {
        _said.Remove(view, out var said);
        return Outgoing.Ambient(view, [], said!.Keys);
    }
}
