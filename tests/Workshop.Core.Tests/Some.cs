using System.Security.Cryptography;
using System.Text;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests;

/// <summary>Valid and dull examples of everything; a test states what matters to it.</summary>
public static class Some
{
    public static readonly DateTimeOffset Now = new(2031, 3, 14, 9, 26, 53, 589, TimeSpan.Zero);
    public static readonly CommandId Command = CommandId.Of("cmd");
    public static readonly ImmutableArray<byte> Salt = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    public static readonly Actor Facilitator = new(PersonId.Of("fay"), Role.Facilitator);
    public static readonly Actor Secretary = new(PersonId.Of("sam"), Role.Secretariat);
    public static readonly Actor Aigerim = new(PersonId.Of("aigerim"), Role.Participant);
    public static readonly Actor Bruno = new(PersonId.Of("bruno"), Role.Participant);

    public static readonly GroupId Customs = GroupId.Of("customs");
    public static readonly GroupId Business = GroupId.Of("business");

    /// <summary>A workshop with a facilitator, a secretary, and two participants who may vote, in session.</summary>
    public static readonly ImmutableArray<IEvent> Room =
    [
        new WorkshopCreated(Text("Strategy"), ["en", "ru", "kk"], "Asia/Almaty", [Group("customs"), Group("business")]),
        Joined("fay", Role.Facilitator, votes: false, group: null),
        Joined("sam", Role.Secretariat, votes: false, group: null),
        new SessionOpened(),
        Joined("aigerim", group: "customs"),
        Joined("bruno", group: "business"),
    ];

    public static Text Text(string words, string language = "en") => Core.Languages.Text.Of(language, words);

    public static NewText NewText(string words, string language = "en") => Core.Languages.NewText.Of(language, words);

    public static NewText NewText(params (string Language, string Words)[] wordings) =>
        new() { Original = wordings[0].Language, Words = wordings.ToDictionary(w => w.Language, w => w.Words) };

    public static StakeholderGroup Group(string id, bool votes = true) => new() { Id = GroupId.Of(id), Name = Text(id), Votes = votes };

    public static NewGroup NewGroup(string id, bool votes = true) => new() { Id = GroupId.Of(id), Name = NewText(id), Votes = votes };

    public static PersonJoined Joined(
        string person, Role role = Role.Participant, bool votes = true, string language = "en", string? group = "customs") =>
        new(PersonId.Of(person), new(1, new('0', 64)), role, votes, language, group is null ? null : GroupId.Of(group));

    public static ActivityAdded Activity(string id, IActivitySettings? settings = null, string? rank = null) =>
        new(ActivityId.Of(id), Text(id), 30, settings ?? new BrainstormSettings(), rank ?? RankOf(id));

    public static ActivityOpened Opened(string id, string? source = null) =>
        new(ActivityId.Of(id), source is null ? null : ActivityId.Of(source));

    public static ActivityClosed Closed(string id) => new(ActivityId.Of(id));

    /// <summary>A brainstorm called <c>board</c>, open.</summary>
    public static readonly ImmutableArray<IEvent> Board = [Activity("board"), Opened("board")];

    /// <summary>A SWOT board called <c>swot</c>, open.</summary>
    public static readonly ImmutableArray<IEvent> Swot = [Activity("swot", new SwotSettings()), Opened("swot")];

    public static CardAdded Card(string id, string by = "aigerim", string text = "A single window", string board = "board",
        string? section = null, string? rank = null, string language = "en") =>
        new(CardId.Of(id), ActivityId.Of(board), section, rank ?? RankOf(id), text, language, PersonId.Of(by));

    /// <summary><see cref="Board"/> with the cards <c>c1</c> to <c>c4</c>, sorted in an open clustering called <c>sorting</c>.</summary>
    public static readonly ImmutableArray<IEvent> Sorting =
    [
        .. Board, Card("c1"), Card("c2", by: "bruno"), Card("c3"), Card("c4"),
        Activity("sorting", new ClusteringSettings()), Opened("sorting", source: "board"),
    ];

    public static ClusterCreated Cluster(string id, string? name = null) =>
        new(ClusterId.Of(id), ActivityId.Of("sorting"), Text(name ?? id), RankOf(id));

    public static CardsPlaced Placed(string? cluster, params string[] cards) => new(ActivityId.Of("sorting"),
        cluster is null ? null : ClusterId.Of(cluster),
        [.. cards.Select(c => new PlacedCard(CardId.Of(c), RankOf(c), null, null))]);

    public static DotRule Rule(int dots = 3, int mostOnOne = 2, int select = 2, int smallGroup = 1, bool partial = true,
        bool replaceable = true, params ImmutableArray<TieBreak> tieBreak) => new()
    {
        Dots = dots,
        MostOnOne = mostOnOne,
        Select = select,
        SmallGroup = smallGroup,
        Partial = partial,
        Replaceable = replaceable,
        TieBreak = tieBreak,
    };

    /// <summary><see cref="Sorting"/> into the clusters <c>k1</c> to <c>k3</c>, and a vote on them called <c>vote</c>, not opened.</summary>
    public static ImmutableArray<IEvent> Vote(DotRule? rule = null) =>
    [
        .. Sorting, Cluster("k1"), Cluster("k2"), Cluster("k3"), Placed("k1", "c1", "c2"), Placed("k2", "c3"),
        Activity("vote", new VoteSettings { Rule = rule ?? Rule() }),
    ];

    public static VotingOpened VotingOpened(DotRule? rule = null) => new(
        ActivityId.Of("vote"),
        [Item("k1", 1), Item("k2", 2), Item("k3", 3)],
        rule ?? Rule(),
        [PersonId.Of("aigerim"), PersonId.Of("bruno")],
        [new("1", [Customs], 1), new("2", [Business], 1)]);

    public static VoteItem Item(string cluster, int number) => new(ClusterId.Of(cluster), number, Text(cluster));

    /// <summary><see cref="Vote"/>, open.</summary>
    public static ImmutableArray<IEvent> OpenVote(DotRule? rule = null) => [.. Vote(rule), VotingOpened(rule)];

    public static CastBallot Ballot(params (string Cluster, int Dots)[] dots) => new()
    {
        Activity = ActivityId.Of("vote"),
        Ballot = Hex("aigerim", 32),
        Dots = dots.ToDictionary(d => ClusterId.Of(d.Cluster), d => d.Dots),
        EditHash = Hex("key 1", 64),
    };

    /// <summary>A ballot as it lies in the box of <see cref="OpenVote"/>.</summary>
    public static SealedItem Sealed(string ballot, string band, params (string Cluster, int Dots)[] dots) => new(
        Hex(ballot, 32),
        new Ballot(band, dots.ToDictionary(d => ClusterId.Of(d.Cluster), d => d.Dots)).Write(),
        Hex("key of " + ballot, 64));

    /// <summary>Hex digits that look random and are the same each time.</summary>
    public static string Hex(string of, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..digits];

    public static PlanLineAdded Objective(string id, params ImmutableArray<IPlanSource> sources) =>
        new(PlanLineId.Of(id), PlanLineKind.Objective, null, Text(id), RankOf(id), sources);

    public static PlanLineAdded Action(string id, string objective) =>
        new(PlanLineId.Of(id), PlanLineKind.Action, PlanLineId.Of(objective), Text(id), RankOf(id), []);

    /// <summary>A rank that sorts as the name does: <c>c1</c> before <c>c2</c>; steps in the order of a workshop.</summary>
    public static string RankOf(string id) => id switch
    {
        "board" => "i00001",
        "swot" => "i00002",
        "sorting" => "i00003",
        "vote" => "i00004",
        "plan" => "i00005",
        _ => $"i0000{id[^1]}",
    };
}
