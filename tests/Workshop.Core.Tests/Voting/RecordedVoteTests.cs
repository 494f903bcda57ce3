using System.Text.Json;
using Workshop.Core.Agenda;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Voting;

/// <summary>
/// The ballots of the recorded workshop, counted by the product, give what the file expects. Its middle tie-break needs ratings,
/// which come later; the ranking does not depend on it.
/// </summary>
public class RecordedVoteTests
{
    static readonly JsonElement Expected = RecordedWorkshop.Root.GetProperty("expected").GetProperty("dot_vote");
    static readonly JsonElement Vote = RecordedWorkshop.Root.GetProperty("activities").EnumerateArray().Single(a => a.GetProperty("type").GetString() == "dot_vote");
    static readonly (Scenario Scenario, int Replaced, int Refused) Played = Play();
    static readonly ResultRecord Result = Projection
        .Of(Played.Scenario.State, Played.Scenario.People, new View("public", "activity:vote")).OfType<ResultRecord>().Single();

    [Fact]
    public void V10_The_counts_are_those_of_the_file()
    {
        Assert.Equal(Number("eligible"), Result.Electors);
        Assert.Equal(Number("valid_ballots"), Result.Ballots - Result.Blank);
        Assert.Equal(Number("abstentions"), Result.Blank);
        Assert.Equal(Number("dots_cast"), Result.Dots);
        Assert.Equal(Number("rejected_ballots"), Played.Refused);
        Assert.Equal(Number("superseded_ballots"), Played.Replaced);
    }

    [Fact]
    public void V12_The_ranking_is_that_of_the_file() => Assert.Equal(
        Expected.GetProperty("ranking").EnumerateArray().Select(r => string.Join(' ',
            r.GetProperty("rank"), RecordedWorkshop.IdOf(r.GetProperty("cluster")), r.GetProperty("dots"), r.GetProperty("distinct_voters"),
            r.GetProperty("selected"), r.TryGetProperty("tied_with", out var tied) ? string.Join(' ', tied.EnumerateArray().Select(RecordedWorkshop.IdOf)) : "",
            r.TryGetProperty("tie_broken_by", out var by) && by.GetString() == "more_distinct_voters" ? TieBreak.MoreVoters : "")),
        Result.Rows.Select(r => string.Join(' ', r.Rank, r.Item, r.Dots, r.Voters, r.Selected, string.Join(' ', r.TiedWith), r.DecidedBy)));

    [Fact]
    public void V9_With_groups_shown_from_one_ballot_the_dots_by_group_are_those_of_the_file()
    {
        var groups = Expected.GetProperty("by_group").EnumerateObject().ToList();
        Assert.Equal(groups.Select(g => g.Name.ToLowerInvariant()).Order(), Result.Bands.Select(b => b.Groups.Single().Value).Order());
        foreach (var group in groups)
        {
            var id = GroupId.Of(group.Name.ToLowerInvariant());
            var band = Result.Bands.Index().Single(b => b.Item.Groups.Single() == id).Index;
            Assert.Equal(
                group.Value.EnumerateObject().ToDictionary(d => d.Name.ToLowerInvariant(), d => d.Value.GetInt32()),
                Result.Rows.Where(r => r.ByBand[band] > 0).ToDictionary(r => r.Item.Value, r => r.ByBand[band]));
        }
    }

    [Fact]
    public void L1_The_priorities_adopted_are_those_of_the_file()
    {
        ImmutableArray<ClusterId> top = [.. RecordedWorkshop.Root.GetProperty("expected").GetProperty("top_priorities").EnumerateArray()
            .Select(k => ClusterId.Of(RecordedWorkshop.IdOf(k)))];
        var adopted = Play().Scenario
            .When(Some.Facilitator, new AdoptPriorities { Vote = ActivityId.Of("vote"), Selected = top }).Decision.Single();
        Assert.Equal(top, Assert.IsType<PrioritiesAdopted>(adopted).Priorities.Select(p => p.Item));
    }

    static int Number(string name) => Expected.GetProperty(name).GetInt32();

    static (Scenario Scenario, int Replaced, int Refused) Play()
    {
        var opensAt = Vote.GetProperty("start").GetInt32();
        var participants = RecordedWorkshop.Root.GetProperty("participants").EnumerateArray().ToList();
        var groups = participants.Select(p => GroupOf(p)).Distinct().ToList();
        var scenario = Scenario.Given(
        [
            new WorkshopCreated(Some.Text("Strategy"), ["ru"], "+06:00", [.. groups.Select(g => Some.Group(g))]),
            new SessionOpened(),
            .. participants.Where(p => !p.TryGetProperty("excused", out _)).Select(p =>
                Some.Joined(p.GetProperty("id").GetString()!, votes: p.GetProperty("voting").GetBoolean(), group: GroupOf(p))),
            .. participants.Where(p => LeftBy(p, opensAt)).Select(p => new PersonLeft(PersonId.Of(p.GetProperty("id").GetString()!))),
            .. Some.Sorting,
            .. RecordedWorkshop.Root.GetProperty("clusters").EnumerateArray().Select(k => Some.Cluster(RecordedWorkshop.IdOf(k.GetProperty("id")))),
            Some.Activity("vote", new VoteSettings { Rule = Rule() }),
        ]);
        scenario.When(Some.Facilitator, new OpenVoting { Activity = ActivityId.Of("vote") });
        scenario.And(scenario.Decision.Events);

        var closesAt = Vote.GetProperty("end").GetInt32();
        var (box, replaced, refused) = (new Dictionary<PersonId, SealedItem>(), 0, 0);
        var late = new List<(Actor Voter, CastBallot Ballot)>();
        foreach (var ballot in RecordedWorkshop.Root.GetProperty("ballots").EnumerateArray())
        {
            var (voter, cast) = Read(ballot, box.ContainsKey(PersonId.Of(ballot.GetProperty("by").GetString()!)));
            if (ballot.GetProperty("t").GetInt32() >= closesAt)
            {
                late.Add((voter, cast));
            }
            else if (scenario.When(voter, cast).Decision.Cast is { } item)
            {
                replaced += box.ContainsKey(item.Voter) ? 1 : 0;
                box[item.Voter] = new(item.Item, item.Payload, item.EditHash);
            }
            else
            {
                refused += Refused(scenario, ballot);
            }
        }

        scenario.When(Some.Facilitator, new CloseVoting { Activity = ActivityId.Of("vote") })
            .ThenUnseal("vote", box.Values.OrderBy(i => i.Item, StringComparer.Ordinal));
        foreach (var (voter, cast) in late)
        {
            refused += scenario.When(voter, cast).Decision.Rejection?.Code == "voting.closed" ? 1 : 0;
        }

        return (scenario, replaced, refused);
    }

    static int Refused(Scenario scenario, JsonElement ballot)
    {
        Assert.Equal(ballot.GetProperty("reject_reason").GetString() switch
        {
            "more_than_5_dots" => "voting.over-budget",
            "more_than_3_on_one_item" => "voting.too-many-on-one",
            "not_a_voter" => "voting.not-a-voter",
            var other => other,
        }, scenario.Decision.Rejection?.Code);
        return 1;
    }

    static (Actor Voter, CastBallot Ballot) Read(JsonElement ballot, bool again)
    {
        var voter = ballot.GetProperty("by").GetString()!;
        return (new(PersonId.Of(voter), Role.Participant), new()
        {
            Activity = ActivityId.Of("vote"),
            Ballot = Some.Hex(voter, 32),
            Dots = ballot.GetProperty("allocation").EnumerateObject().ToDictionary(d => ClusterId.Of(d.Name.ToLowerInvariant()), d => d.Value.GetInt32()),
            EditHash = Some.Hex(voter + ballot.GetProperty("t"), 64),
            Key = again ? Some.Hex("key of " + voter, 32) : null,
        });
    }

    static DotRule Rule()
    {
        var rule = Vote.GetProperty("rule");
        return new()
        {
            Dots = rule.GetProperty("dots_per_voter").GetInt32(),
            MostOnOne = rule.GetProperty("max_per_item").GetInt32(),
            Partial = rule.GetProperty("partial_allowed").GetBoolean(),
            Select = rule.GetProperty("select_top").GetInt32(),
            SmallGroup = 1,
        };
    }

    static string GroupOf(JsonElement participant) => participant.GetProperty("group").GetString()!.ToLowerInvariant();

    static bool LeftBy(JsonElement participant, int t) =>
        participant.GetProperty("presence").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Array } last && last[1].GetInt32() < t;
}
