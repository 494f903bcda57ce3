using System.Text.Json;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Documents.Tests;

/// <summary>The recorded workshop of tests/data, played as far as its plan: its cards, clusters, ballots, objectives and actions.</summary>
static class RecordedWorkshop
{
    static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "scenario.json"))).RootElement;

    static readonly Lazy<LiveWorkshop> Played = new(Play);

    public static LiveWorkshop AtItsEnd => Played.Value;

    static LiveWorkshop Play()
    {
        var session = File.GetProperty("session");
        var workshop = LiveWorkshop.Open(TextOf(session.GetProperty("title")), session.GetProperty("timezone").GetString()!);
        var people = File.GetProperty("participants").EnumerateArray()
            .Where(p => p.GetProperty("role").GetString() is "participant" or "chair" && !p.TryGetProperty("excused", out _))
            .ToDictionary(p => p.GetProperty("id").GetString()!, p => workshop.Join(p.GetProperty("name").GetString()!));

        var board = workshop.Begin(new BrainstormSettings(), TitleOf("brainstorm"));
        var cards = File.GetProperty("contributions").EnumerateArray().ToDictionary(
            c => c.GetProperty("id").GetString()!,
            c => Write(workshop, people[c.GetProperty("by").GetString()!], board, null, c));
        foreach (var card in File.GetProperty("contributions").EnumerateArray())
        {
            SetAside(workshop, people[card.GetProperty("by").GetString()!], cards[card.GetProperty("id").GetString()!], card);
        }

        var swot = workshop.Begin(new SwotSettings(), TitleOf("swot"));
        foreach (var entry in from section in File.GetProperty("swot").EnumerateObject()
                              from entry in section.Value.EnumerateArray()
                              select (Section: section.Name.ToLowerInvariant(), Card: entry))
        {
            Write(workshop, people[entry.Card.GetProperty("by").GetString()!], swot, entry.Section, entry.Card);
        }

        var clustering = workshop.Begin(new ClusteringSettings());
        var clusters = File.GetProperty("clusters").EnumerateArray().ToDictionary(
            k => k.GetProperty("id").GetString()!,
            k => ClusterId.Of(workshop.Do(new CreateCluster
            {
                Activity = clustering,
                Name = TextOf(k.GetProperty("name")),
                Cards = [.. Ids(k.GetProperty("contribution_ids")).Select(id => cards[id])
                    .Where(id => workshop.State.Cards.Find(id) is { Status: CardStatus.Active })],
            })));

        var vote = workshop.Begin(new VoteSettings { Rule = new() { Dots = 5, MostOnOne = 3, Select = 6 } });
        foreach (var ballot in File.GetProperty("ballots").EnumerateArray().Where(b => b.GetProperty("counted").GetBoolean()))
        {
            workshop.Vote(people[ballot.GetProperty("by").GetString()!], vote,
                [.. ballot.GetProperty("allocation").EnumerateObject().Select(d => (clusters[d.Name], d.Value.GetInt32()))]);
        }

        workshop.Now = workshop.Now.AddHours(2).AddMinutes(5);
        workshop.Do(new CloseVoting { Activity = vote });
        DraftPlan(workshop, vote, cards, clusters);
        return workshop;
    }

    static void DraftPlan(
        LiveWorkshop workshop, ActivityId vote, Dictionary<string, CardId> cards, Dictionary<string, ClusterId> clusters)
    {
        ImmutableArray<ClusterId> selected = [.. Ranking.Of(workshop.State.Voting.Find(vote)!).Rows.Take(6).Select(r => r.Item)];
        workshop.Do(new AdoptPriorities { Vote = vote, Selected = selected });
        var drafted = selected.ToDictionary(item => item, item => PlanLineId.Of(workshop.Do(new DraftObjective { Priority = item })));
        foreach (var objective in from goal in File.GetProperty("plan").GetProperty("goals").EnumerateArray()
                                  from objective in goal.GetProperty("objectives").EnumerateArray()
                                  select objective)
        {
            var source = Ids(objective.GetProperty("source_clusters")).Select(k => clusters[k]).FirstOrDefault(drafted.ContainsKey);
            var line = source.Value is null
                ? PlanLineId.Of(workshop.Do(new AddObjective { Text = TextOf(objective.GetProperty("name")) }))
                : drafted[source];
            foreach (var action in objective.GetProperty("actions").EnumerateArray())
            {
                workshop.Do(new AddAction
                {
                    Objective = line,
                    Text = TextOf(action.GetProperty("name")),
                    Cards = [.. action.TryGetProperty("source_contributions", out var from) ? Ids(from).Select(id => cards[id]) : []],
                });
            }
        }
    }

    static CardId Write(LiveWorkshop workshop, PersonId author, ActivityId board, string? section, JsonElement card) =>
        CardId.Of(workshop.Do(author, new AddCard
        {
            Activity = board,
            Section = section,
            Text = card.GetProperty("text").GetString()!,
            Language = card.GetProperty("lang").GetString(),
        }));

    static void SetAside(LiveWorkshop workshop, PersonId author, CardId id, JsonElement card)
    {
        var reason = card.TryGetProperty("status_reason", out var said) ? said.GetString()! : "";
        switch (card.GetProperty("status").GetString())
        {
            case "parked":
                workshop.Do(new ParkCard { Card = id, Reason = reason });
                break;
            case "hidden":
                workshop.Do(new HideCard { Card = id, Reason = reason });
                break;
            case "withdrawn":
                workshop.Do(author, new WithdrawCard { Card = id });
                break;
            default:
                break;
        }
    }

    static NewText TitleOf(string type) => TextOf(File.GetProperty("activities").EnumerateArray()
        .First(a => a.GetProperty("type").GetString() == type).GetProperty("title"));

    static IEnumerable<string> Ids(JsonElement list) => list.EnumerateArray().Select(i => i.GetString()!);

    static NewText TextOf(JsonElement versions) => new()
    {
        Original = "ru",
        Words = versions.EnumerateObject().ToImmutableSortedDictionary(v => v.Name, v => v.Value.GetString()!, StringComparer.Ordinal),
    };
}
