namespace Workshop.Rehearsal.Recording;

/// <summary>A recorded workshop as the list of what happens, in order. Anonymous cards are left out.</summary>
public static class Timeline
{
    static readonly string[] s_playable = ["brainstorm", "clustering", "swot", "dot_vote", "plan_drafting"];

    /// <summary>Whether steps of this type are played.</summary>
    public static bool Plays(RecordedActivity activity) => s_playable.Contains(activity.Type);

    /// <summary>What happens, in the order in which it is played.</summary>
    public static ImmutableArray<Moment> Of(RecordedWorkshop recorded) =>
    [
        .. Steps(recorded)
            .Concat(People(recorded))
            .Concat(Cards(recorded))
            .Concat(recorded.Ballots.Select(b => new Moment(b.T, Turn.Contribute, new SendBallot(b))))
            .Concat(Looks(recorded))
            .OrderBy(m => m.T).ThenBy(m => m.Turn),
    ];

    static IEnumerable<Moment> Steps(RecordedWorkshop recorded)
    {
        var vote = recorded.Activities.FirstOrDefault(a => a.Type == "dot_vote");
        var clustering = recorded.Activities.FirstOrDefault(a => a.Type == "clustering");
        foreach (var activity in recorded.Activities.Where(Plays))
        {
            yield return new(activity.Start, Turn.Open, new OpenStep(activity));
            yield return new(activity.End, Turn.Close, new CloseStep(activity));
            if (activity == clustering)
            {
                yield return new(activity.Start, Turn.Contribute, new MakeClusters(activity));
            }

            if (activity == vote)
            {
                yield return new(activity.End, Turn.Contribute, new Adopt(activity));
            }
        }

        if (recorded.Activities.FirstOrDefault(a => a.Type == "plan_drafting") is { } drafting)
        {
            yield return new(drafting.Start, Turn.Contribute, new DraftPlan());
        }
    }

    static IEnumerable<Moment> People(RecordedWorkshop recorded)
    {
        foreach (var person in recorded.Joiners)
        {
            yield return new(person.Presence[0][0], Turn.Arrive, new Join(person));
            foreach (var (before, after) in person.Presence.Zip(person.Presence.Skip(1)))
            {
                yield return new(before[1], Turn.Depart, new LoseConnection(person));
                yield return new(after[0], Turn.Arrive, new ComeBack(person));
            }

            if (person.Presence[^1][1] < recorded.Session.DurationS)
            {
                yield return new(person.Presence[^1][1], Turn.Depart, new Leave(person));
            }
        }
    }

    static IEnumerable<Moment> Cards(RecordedWorkshop recorded)
    {
        foreach (var card in recorded.Contributions.Where(c => !c.Anonymous))
        {
            yield return new(card.T, Turn.Contribute, new WriteCard(card));
            for (var version = 1; version < card.Versions.Length; version++)
            {
                yield return new(card.Versions[version].T, Turn.Contribute, new RewriteCard(card, version));
            }

            if (card.Status != "active")
            {
                yield return new(card.StatusT ?? card.T, Turn.Contribute, new SetCardAside(card));
            }
        }

        foreach (var (section, entries) in recorded.Swot)
        {
            foreach (var entry in entries)
            {
                yield return new(entry.T, Turn.Contribute, new WriteSwotEntry(entry, section));
            }
        }
    }

    static IEnumerable<Moment> Looks(RecordedWorkshop recorded)
    {
        yield return new(0, Turn.Look, new CountPresent());
        if (recorded.Expected.TryGetProperty("sync_checks", out var checks))
        {
            foreach (var (index, check) in checks.EnumerateArray().Index())
            {
                yield return new(check.GetProperty("at").GetInt32(), Turn.Look, new CountVisible(index, check));
            }
        }
    }
}
