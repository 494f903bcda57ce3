using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Properties;

/// <summary>
/// Commands that somebody could send: mostly sensible ones about what there is, some about what there is not, with texts of all
/// kinds, from people who may and people who may not. Every text bears a token of its own, so that it can be found again.
/// </summary>
public sealed class RandomCommands(Random random)
{
    static readonly string[] Languages = ["en", "ru", "kk", "fr", "ar", "zh-Hant"];

    static readonly string[] Odd =
        ["", " ", "a\0b", "\ud83d", "\u202e", new('x', 700), "👨‍👩‍👧‍👦", "line\r\nline", "<b>&amp;", "٤٨٢", "null", "\u00a0", "e\u0301"];

    int _tokens;

    /// <summary>One of these people, or of the roles without a person.</summary>
    public Actor Somebody(WorkshopState state) => random.Next(20) switch
    {
        0 => Actor.System,
        1 or 2 => Actor.Newcomer,
        3 => new(PersonId.Of("stranger"), Role.Participant),
        4 when Any(state.People.All.Keys) is { } person => new(person, Role.Screen),
        _ when state.People.All.IsEmpty => Actor.System,
        _ when Any(state.People.All.Values) is { } person => new(person.Id, person.Role),
        _ => Actor.System,
    };

    /// <summary>Whoever the table allows to send such a command, if there is one.</summary>
    public Actor SomebodyWhoMay(WorkshopState state, ICommand command)
    {
        var roles = Rights.Table[command.GetType()].Roles;
        return roles.Contains(Role.Newcomer) ? Actor.Newcomer
            : roles.Contains(Role.System) ? Actor.System
            : ThoseWhoCould(state, command) is { Count: > 0 } those ? those[random.Next(those.Count)]
            : Any(state.People.All.Values.Where(p => roles.Contains(p.Role))) is { } person ? new(person.Id, person.Role)
            : Somebody(state);
    }

    public ICommand Next(WorkshopState state) => random.Next(4) > 0 ? Any(state)
        // What only makes sense at its time would else be too rare to go on from.
        : state.Voting.All.Values.Any(v => v.IsOpen) ? Ballot(state)
        : state.Plan.Priorities.Any(p => state.Plan.ObjectiveOf(p.Item) is null) && random.Next(2) == 0 ? new DraftObjective { Priority = At(state.Plan.Priorities)!.Item }
        : state.Plan.Vote is null && state.Voting.All.Values.Any(v => v.Count is { Sums.IsEmpty: false }) ? Adopt(state)
        : Any(state);

    ICommand Any(WorkshopState state) => random.Next(state.Agenda.Phase == Phase.Open ? 100 : 140) switch
    {
        < 1 => new CreateWorkshop
        {
            Title = Words(),
            Languages = LanguageList(),
            TimeZone = Pick("UTC", "Asia/Almaty", "+06:00", "here"),
            Groups = Groups(),
            FacilitatorName = Name(),
            FacilitatorLanguage = Language(),
        },
        < 2 => new DescribeWorkshop { Title = Words(), Languages = LanguageList(), TimeZone = "UTC", Groups = Groups() },
        < 4 => new OpenSession(),
        < 5 => new CloseSession(),
        < 9 => new AddActivity { Title = Words(), Minutes = Number(30), Settings = Settings(state), After = Maybe(Activity(state)) },
        < 11 => new ChangeActivity { Activity = Activity(state), Title = Words(), Minutes = Number(20), Settings = SettingsOf(state) },
        < 13 => new MoveActivity { Activity = Activity(state), After = Maybe(Activity(state)) },
        < 14 => new RemoveActivity { Activity = Activity(state) },
        < 16 => new ShowActivity { Activity = Activity(state) },
        < 22 => new OpenActivity { Activity = Activity(state) },
        < 23 => new CloseActivity { Activity = Activity(state) },
        < 27 => new JoinWorkshop { Name = Name(), Language = Language(), Group = Group() },
        < 28 => new LeaveWorkshop(),
        < 30 => new ReturnToWorkshop(),
        < 31 => new MarkLeft { Person = Person(state) },
        < 32 => new SetVotingRight { Person = Person(state), Votes = random.Next(3) > 0 },
        < 33 => new SetLanguage { Language = Language() },
        < 46 => Write(state),
        < 50 => new EditCard { Card = Card(state), Text = Text(), Base = random.Next(1, 3) },
        < 52 => new WithdrawCard { Card = Card(state) },
        < 56 => new MoveCard { Card = Card(state), Section = Section(state), After = Maybe(Card(state)) },
        < 58 => new HideCard { Card = Card(state), Reason = random.Next(2) == 0 ? "" : Text() },
        < 60 => new ParkCard { Card = Card(state), Reason = random.Next(2) == 0 ? "" : Text() },
        < 62 => new RestoreCard { Card = Card(state) },
        < 66 => Group(state),
        < 68 => new RenameCluster { Cluster = Cluster(state), Name = Words() },
        < 70 => new MoveCluster { Cluster = Cluster(state), After = Maybe(Cluster(state)) },
        < 71 => new RemoveCluster { Cluster = Cluster(state) },
        < 76 => Place(state),
        < 79 => new OpenVoting { Activity = Vote(state, v => v is null), Without = random.Next(3) == 0 ? [Person(state)] : [] },
        < 86 => Ballot(state),
        < 88 => new CloseVoting { Activity = Vote(state, v => v is { IsOpen: true }) },
        < 90 => Adopt(state),
        < 92 => new DraftObjective { Priority = At(state.Plan.Priorities)?.Item ?? Cluster(state) },
        < 94 => new AddObjective { Text = Words() },
        < 96 => new AddAction { Objective = Line(state, PlanLineKind.Objective), Text = Words(), Cards = random.Next(2) == 0 ? [Card(state)] : [] },
        < 97 => new EditPlanLine { Line = Line(state), Text = Words(), Base = random.Next(1, 3) },
        < 99 => Move(state),
        < 100 => new RemovePlanLine { Line = Line(state) },
        _ => new OpenSession(),
    };

    /// <summary>A word that occurs nowhere else.</summary>
    public string Token() => $"tok{++_tokens}en";

    string Text() => random.Next(12) == 0 ? Pick(Odd) + Token() : $"{Pick("A single window", "Единое окно", "Бірыңғай терезе", "نافذة")} {Token()}";

    string Name() => random.Next(12) == 0 ? Pick(Odd) : $"{Pick("Dana", "Бруно", "Айгүл")} {(random.Next(4) == 0 ? "" : Token())}";

    NewText Words()
    {
        var original = Language();
        var words = new Dictionary<string, string> { [original] = Text() };
        if (random.Next(4) == 0)
        {
            words[Language()] = Text();
        }

        return new() { Original = random.Next(15) == 0 ? "fr" : original, Words = words };
    }

    AddCard Write(WorkshopState state)
    {
        var board = Board(state);
        var isSwot = state.Agenda.Activities.GetValueOrDefault(board)?.Settings is SwotSettings != (random.Next(15) == 0);
        return new() { Activity = board, Section = isSwot ? Pick("s", "w", "o", "t") : null, Text = Text(), Language = random.Next(3) == 0 ? Language() : null };
    }

    CreateCluster Group(WorkshopState state)
    {
        var clustering = Clustering(state);
        return new() { Activity = clustering, Name = Words(), After = Maybe(Cluster(state)), Cards = Cards(state, clustering) };
    }

    PlaceCards Place(WorkshopState state)
    {
        var clustering = Clustering(state);
        return new() { Activity = clustering, Cards = Cards(state, clustering), Cluster = Maybe(Cluster(state)), After = Maybe(Card(state)) };
    }

    CastBallot Ballot(WorkshopState state)
    {
        var vote = Vote(state, v => v is { IsOpen: true });
        var items = state.Voting.Find(vote)?.Items.Select(i => i.Id).ToList() ?? [Cluster(state)];
        var dots = new Dictionary<ClusterId, int>();
        for (var i = random.Next(4); i > 0; i--)
        {
            dots[random.Next(25) == 0 ? Cluster(state) : items[random.Next(items.Count)]] = Number(random.Next(1, 4));
        }

        return new() { Activity = vote, Ballot = Hex(32), Dots = dots, EditHash = Hex(64), Key = random.Next(5) == 0 ? Hex(32) : null };
    }

    MovePlanLine Move(WorkshopState state)
    {
        var line = Line(state);
        var isAction = state.Plan.Find(line)?.Kind == PlanLineKind.Action != (random.Next(15) == 0);
        return new() { Line = line, Parent = isAction ? Line(state, PlanLineKind.Objective) : null, After = Maybe(Line(state)) };
    }

    AdoptPriorities Adopt(WorkshopState state)
    {
        var vote = Vote(state, v => v is { IsOpen: false });
        var ranking = state.Voting.Find(vote) is { } closed ? Ranking.Of(closed).Rows.Select(r => r.Item).ToList() : [];
        var select = state.Voting.Find(vote)?.Rule.Select ?? 1;
        return new() { Vote = vote, Selected = [.. random.Next(4) == 0 ? ranking.OrderBy(_ => random.Next()).Take(2) : ranking.Take(select)] };
    }

    IActivitySettings Settings(WorkshopState state) => random.Next(6) switch
    {
        0 => new SwotSettings(),
        1 => new ClusteringSettings { Board = Maybe(Board(state)) },
        2 or 3 => new VoteSettings { Clustering = random.Next(3) == 0 ? Clustering(state) : null, Rule = Rule() },
        4 => new PlanSettings(),
        _ => new BrainstormSettings(),
    };

    IActivitySettings SettingsOf(WorkshopState state) =>
        random.Next(3) > 0 && Any(state.Agenda.Activities.Values) is { } activity ? activity.Settings : Settings(state);

    DotRule Rule() => new()
    {
        Dots = Number(random.Next(1, 6)),
        MostOnOne = random.Next(1, 4),
        Select = random.Next(1, 4),
        Partial = random.Next(4) > 0,
        Replaceable = random.Next(4) > 0,
        SmallGroup = random.Next(1, 4),
        TieBreak = random.Next(3) switch { 0 => [], 1 => [TieBreak.MoreVoters], _ => [TieBreak.MoreVoters, TieBreak.EarlierCreated] },
    };

    ImmutableArray<NewGroup> Groups() =>
        [.. new[] { "customs", "business", "donors" }.Take(random.Next(1, 4)).Select(g => new NewGroup { Id = GroupId.Of(g), Name = Words(), Votes = g != "donors" })];

    ImmutableArray<string> LanguageList() => random.Next(10) == 0 ? ["en", "en"] : [.. Languages.Take(random.Next(1, 5))];

    GroupId Group() => GroupId.Of(Pick("customs", "business", "donors", "nobody"));

    string Language() => random.Next(15) == 0 ? "no language" : Pick(Languages);

    string? Section(WorkshopState state) => state.Agenda.Activities.Values.Any(a => a.Settings is SwotSettings) && random.Next(2) == 0 ? Pick("s", "w", "o", "t", "x") : null;

    PersonId Person(WorkshopState state) => Any(state.People.All.Keys) ?? PersonId.Of("stranger");

    ActivityId Activity(WorkshopState state) => Any(state.Agenda.Activities.Keys) ?? ActivityId.Of("gone");

    ActivityId Board(WorkshopState state) => Of<BrainstormSettings, SwotSettings>(state);

    ActivityId Clustering(WorkshopState state) => Of<ClusteringSettings, ClusteringSettings>(state);

    /// <summary>Mostly one in the state in which it makes sense.</summary>
    ActivityId Vote(WorkshopState state, Func<Vote?, bool> sensible) => random.Next(15) > 0
        ? Any(state.Agenda.Activities.Values.Where(a => a.Settings is VoteSettings && sensible(state.Voting.Find(a.Id))))?.Id ?? Of<VoteSettings, VoteSettings>(state)
        : Activity(state);

    ActivityId Of<TOne, TOther>(WorkshopState state) => random.Next(15) > 0
        ? Any(state.Agenda.Activities.Values.Where(a => a.Settings is TOne or TOther))?.Id ?? ActivityId.Of("gone")
        : Activity(state);

    CardId Card(WorkshopState state) => Any(state.Cards.All.Keys) ?? CardId.Of("gone");

    /// <summary>Mostly cards that can be sorted there.</summary>
    ImmutableArray<CardId> Cards(WorkshopState state, ActivityId clustering)
    {
        var board = state.Agenda.SourceOf(clustering);
        return
        [
            .. Enumerable.Range(0, random.Next(4)).Select(_ =>
                Any(state.Cards.All.Values.Where(c => c.Status == CardStatus.Active && c.Board == board))?.Id ?? Card(state))
                .DistinctBy(card => random.Next(25) == 0 ? card.Value + " again" : card.Value),
        ];
    }

    ClusterId Cluster(WorkshopState state) => Any(state.Clusters.All.Keys) ?? ClusterId.Of("gone");

    PlanLineId Line(WorkshopState state, PlanLineKind? kind = null) =>
        Any(state.Plan.Lines.Values.Where(l => kind is null || l.Kind == kind || random.Next(15) == 0).Select(l => l.Id)) ?? PlanLineId.Of("gone");

    /// <summary>The author of a card, the electors of a vote, who has left; empty: no matter.</summary>
    static List<Actor> ThoseWhoCould(WorkshopState state, ICommand command)
    {
        IEnumerable<PersonId?> those = command switch
        {
            EditCard c => [state.Cards.Find(c.Card)?.Author],
            WithdrawCard c => [state.Cards.Find(c.Card)?.Author],
            MoveCard c => [state.Cards.Find(c.Card)?.Author],
            CastBallot c => state.Voting.Find(c.Activity)?.Electors.Select(e => (PersonId?)e) ?? [],
            ReturnToWorkshop => state.People.All.Values.Where(p => p.Attendance == Attendance.Left).Select(p => (PersonId?)p.Id),
            _ => [],
        };
        return [.. those.OfType<PersonId>().OrderBy(p => p.Value, StringComparer.Ordinal).Select(p => new Actor(p, state.People.Find(p)!.Role))];
    }

    int Number(int usual) => random.Next(20) == 0 ? Pick(int.MinValue, -1, 0, 1, int.MaxValue) : usual;

    string Hex(int digits) => random.Next(25) == 0 ? "no hex" : string.Concat(Enumerable.Range(0, digits).Select(_ => "0123456789abcdef"[random.Next(16)]));

    T? Maybe<T>(T value)
        where T : struct => random.Next(3) == 0 ? null : value;

    T Pick<T>(params ReadOnlySpan<T> from) => from[random.Next(from.Length)];

    /// <summary>In an order that does not depend on hashes, so that a seed means the same in every process.</summary>
    TId? Any<TId>(IEnumerable<TId> ids)
        where TId : struct, IId<TId>
    {
        var sorted = ids.OrderBy(id => id.Value, StringComparer.Ordinal).ToList();
        return sorted.Count == 0 || random.Next(25) == 0 ? null : sorted[random.Next(sorted.Count)];
    }

    Person? Any(IEnumerable<Person> people) => At(people.OrderBy(p => p.Id.Value, StringComparer.Ordinal));

    Activity? Any(IEnumerable<Activity> activities) => At(activities.OrderBy(a => a.Id.Value, StringComparer.Ordinal));

    Card? Any(IEnumerable<Card> cards) => At(cards.OrderBy(c => c.Id.Value, StringComparer.Ordinal));

    T? At<T>(IEnumerable<T> sorted)
        where T : class
    {
        var all = sorted.ToList();
        return all.Count == 0 ? null : all[random.Next(all.Count)];
    }
}
