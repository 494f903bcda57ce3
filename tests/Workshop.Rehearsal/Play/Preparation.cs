using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Play;

/// <summary>What the facilitator does before anyone comes: account, workshop, agenda, and the session is open.</summary>
public static class Preparation
{
    /// <summary>Prepares the recorded workshop on a server without an account.</summary>
    /// <param name="recorded">What will be played.</param>
    /// <param name="server">The server.</param>
    /// <param name="setupLink">The one-time link to its first account.</param>
    public static async Task<Stage> Prepare(RecordedWorkshop recorded, Uri server, Uri setupLink)
    {
        var browser = new Browser(server);
        await CreateAccount(recorded, browser, setupLink);
        var person = Guid.CreateVersion7().ToString();
        var created = await browser.Post<Created>("api/workshops", new
        {
            Id = person,
            Title = NewText(recorded.Session.Title, recorded.Session.DefaultLang),
            recorded.Session.Languages,
            TimeZone = recorded.Session.Timezone,
            Groups = GroupsOf(recorded),
        });
        var facilitator = new Performer(recorded.Facilitator?.Id ?? "facilitator", browser, created.Workshop, "staff", person);
        var stage = new Stage
        {
            Workshop = created.Workshop,
            Facilitator = facilitator,
            Activities = [.. recorded.Activities.Where(Timeline.Plays).OrderBy(a => a.Start)],
        };
        stage.Add(facilitator.Name, facilitator);
        await facilitator.Show(["public/now", "staff/now"]);
        foreach (var activity in stage.Activities)
        {
            var command = Command.New("addActivity", new
            {
                Title = NewText(activity.Title, recorded.Session.DefaultLang),
                Minutes = Math.Clamp((activity.End - activity.Start + 30) / 60, 1, 600),
                Settings = SettingsOf(activity, recorded),
            });
            stage.Steps.Add(activity.Id, command.Id);
            await facilitator.Do(command, ack => stage.Answered($"agenda {activity.Id}", ack));
        }

        await facilitator.Show(stage.ViewsOfStaff());
        await facilitator.Do(Command.New("openSession", new { }), ack => stage.Answered("open the session", ack));
        return stage;
    }

    /// <summary>A text in the languages of the file; its original is the default language, where it has that.</summary>
    public static object NewText(ImmutableSortedDictionary<string, string> words, string language) =>
        new { Original = words.ContainsKey(language) ? language : words.Keys.First(), Words = words };

    /// <summary>The groups of those who come, each with the server's id and whether those who join it may vote.</summary>
    public static ImmutableArray<(string Name, string Id, bool Votes)> Groups(RecordedWorkshop recorded) =>
    [
        .. recorded.Participants.GroupBy(p => p.Group).Select((group, index) =>
            (group.Key, $"g{index + 1}", group.Any(p => p.Voting))),
    ];

    /// <summary>The tie-breaks that can be decided now: those before the first by a rating, which has no data yet.</summary>
    public static ImmutableArray<string> TieBreaks(RecordedRule rule) =>
        [.. rule.TieBreak.TakeWhile(t => !t.StartsWith("higher_mean_", StringComparison.Ordinal))];

    static async Task CreateAccount(RecordedWorkshop recorded, Browser browser, Uri setupLink)
    {
        var login = new { Login = "rehearsal", Password = $"rehearsal {Guid.NewGuid():n}" };
        await browser.Post("api/setup", new
        {
            Token = TokenIn(setupLink),
            Name = recorded.Facilitator?.Name ?? "Facilitator",
            login.Login,
            login.Password,
            Language = recorded.Facilitator?.UiLang ?? recorded.Session.DefaultLang,
        });
        await browser.Post("api/sign-in", login);
    }

    static string TokenIn(Uri link) => link.Fragment.Length > 1
        ? link.Fragment[1..].Split('=')[^1]
        : throw new RehearsalException($"The setup link {link} holds no token behind #.");

    static IEnumerable<object> GroupsOf(RecordedWorkshop recorded) => Groups(recorded).Select(g => new
    {
        g.Id,
        Name = new { Original = recorded.Session.DefaultLang, Words = new Dictionary<string, string> { [recorded.Session.DefaultLang] = g.Name } },
        g.Votes,
    });

    static object SettingsOf(RecordedActivity activity, RecordedWorkshop recorded) => activity.Type switch
    {
        "dot_vote" => new { Kind = "vote", Rule = RuleOf(activity.Rule!, recorded) },
        "plan_drafting" => new { Kind = "plan" },
        var kind => new { Kind = kind },
    };

    static object RuleOf(RecordedRule rule, RecordedWorkshop recorded) => new
    {
        Dots = rule.DotsPerVoter,
        MostOnOne = rule.MaxPerItem,
        Partial = rule.PartialAllowed,
        TieBreak = TieBreaks(rule).Select(t => t switch
        {
            "more_distinct_voters" => "moreVoters",
            "lower_cluster_id" => "earlierCreated",
            _ => throw new RehearsalException($"The tie-break {t} is not known."),
        }),
        Select = rule.SelectTop,
        Replaceable = rule.LastValidBallotCounts,
        SmallGroup = recorded.Expected.TryGetProperty("dot_vote", out var vote) && vote.TryGetProperty("by_group", out _) ? 1 : (int?)null,
    };

    sealed record Created(string Workshop);
}
