using System.Diagnostics;
using Workshop.Rehearsal.Checks;
using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Play;

/// <summary>Plays what happens, each moment after the other has been acknowledged.</summary>
/// <param name="recorded">The recording.</param>
/// <param name="stage">Who is there.</param>
/// <param name="expected">What the file expects.</param>
/// <param name="report">Where the checks go that can be made only at their moment.</param>
/// <param name="speed">How many seconds of the recording pass in one; null: as fast as acknowledgements allow.</param>
public sealed class Player(RecordedWorkshop recorded, Stage stage, Expected expected, Report report, double? speed)
{
    readonly Drafter _drafter = new(recorded, stage);
    readonly SyncChecks _syncChecks = new(recorded, stage, expected, report);
    string _code = "";

    /// <summary>Plays the whole recording.</summary>
    public async Task Play()
    {
        _code = (await stage.Facilitator.Browser.Get<Door>($"api/workshops/{stage.Workshop}/door")).Code;
        var clock = Stopwatch.StartNew();
        foreach (var moment in Timeline.Of(recorded))
        {
            if (speed is { } factor && TimeSpan.FromSeconds(moment.T / factor) - clock.Elapsed is { } left && left > TimeSpan.Zero)
            {
                await Task.Delay(left);
            }

            await Perform(moment.Act);
        }

        await Facilitate("close the session", "closeSession", new { });
    }

    Task Perform(IAct act) => act switch
    {
        OpenStep a => Open(a.Activity),
        CloseStep { Activity: { Type: "dot_vote" } vote } => Facilitate($"close {vote.Id}", "closeVoting", new { Activity = stage.Steps[vote.Id] }),
        CloseStep a => Facilitate($"close {a.Activity.Id}", "closeActivity", new { Activity = stage.Steps[a.Activity.Id] }),
        Join a => LetIn(a.Person),
        LoseConnection a => stage.Find(a.Person.Id)!.LoseConnection(),
        ComeBack a => stage.Find(a.Person.Id)!.ComeBack(),
        Leave a => Depart(a.Person),
        WriteCard a => Write(stage.Cards, a.Card.Id, a.Card.By, a.Card.Activity, null, a.Card.FirstText, a.Card.Lang),
        WriteSwotEntry a => Write(stage.Entries, a.Entry.Id, a.Entry.By, a.Entry.Activity, a.Section.ToLowerInvariant(), a.Entry.Text, a.Entry.Lang),
        RewriteCard a => Rewrite(a.Card, a.Version),
        SetCardAside a => SetAside(a.Card),
        MakeClusters a => Cluster(a.Activity),
        SendBallot a => Cast(a.Ballot),
        Adopt a => _drafter.Adopt(a.Vote),
        DraftPlan => _drafter.Draft(),
        CountPresent => _syncChecks.CountPresent(),
        CountVisible a => _syncChecks.CountVisible(a.Index, a.Check),
        _ => throw new UnreachableException(act.GetType().Name),
    };

    async Task Open(RecordedActivity activity)
    {
        var id = stage.Steps[activity.Id];
        await Facilitate($"show {activity.Id}", "showActivity", new { Activity = id });
        var command = activity.Type == "dot_vote" ? "openVoting" : "openActivity";
        await Facilitate($"open {activity.Id}", command, new { Activity = id });
    }

    async Task LetIn(RecordedPerson person)
    {
        var browser = new Browser(stage.Facilitator.Browser.Server);
        var id = Guid.CreateVersion7().ToString();
        var group = Preparation.Groups(recorded).First(g => g.Name == person.Group);
        var joined = await browser.Post<Admitted>("api/join", new
        {
            Code = _code,
            Id = id,
            Key = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true),
            person.Name,
            Language = person.UiLang,
            Group = group.Id,
        });
        var performer = new Performer(person.Id, browser, stage.Workshop, "person", joined.Person);
        stage.Add(person.Id, performer);
        await performer.Show(stage.ViewsOf(joined.Person));
        if (person.Voting != group.Votes)
        {
            await Facilitate($"vote of {person.Id}", "setVotingRight", new { joined.Person, Votes = person.Voting });
        }
    }

    async Task Depart(RecordedPerson person)
    {
        var performer = stage.Find(person.Id)!;
        await performer.Do(Command.New("leaveWorkshop", new { }), ack => stage.Answered($"{person.Id} leaves", ack));
        await performer.LoseConnection();
    }

    Task Write(Names names, string name, string by, string activity, string? section, string text, string language)
    {
        var command = Command.New("addCard", new
        {
            Activity = stage.Steps[activity],
            Section = section,
            Text = text,
            Language = language,
        });
        names.Add(name, command.Id);
        return Do(by, $"card {name}", command);
    }

    Task Rewrite(Contribution card, int version) => Do(card.By, $"version {version + 1} of {card.Id}", Command.New("editCard", new
    {
        Card = stage.Cards[card.Id],
        card.Versions[version].Text,
        Language = card.Lang,
        Base = version,
    }));

    Task SetAside(Contribution card)
    {
        var id = stage.Cards[card.Id];
        return card.Status switch
        {
            "parked" => Facilitate($"park {card.Id}", "parkCard", new { Card = id, Reason = card.StatusReason ?? "" }),
            "hidden" => Facilitate($"hide {card.Id}", "hideCard", new { Card = id, Reason = card.StatusReason ?? "" }),
            _ => Do(card.By, $"withdraw {card.Id}", Command.New("withdrawCard", new { Card = id })),
        };
    }

    async Task Cluster(RecordedActivity activity)
    {
        var id = stage.Steps[activity.Id];
        foreach (var cluster in recorded.Clusters)
        {
            var command = Command.New("createCluster", new
            {
                Activity = id,
                Name = Preparation.NewText(cluster.Name, recorded.Session.DefaultLang),
            });
            stage.Clusters.Add(cluster.Id, command.Id);
            await stage.Facilitator.Do(command, ack => stage.Answered($"cluster {cluster.Id}", ack));
        }

        foreach (var cluster in recorded.Clusters)
        {
            var cards = cluster.ContributionIds.Select(c => stage.Cards[c]).OfType<string>().ToList();
            if (cards.Count > 0)
            {
                await Facilitate($"cards of {cluster.Id}", "placeCards", new
                {
                    Activity = id,
                    Cards = cards,
                    Cluster = stage.Clusters[cluster.Id],
                });
            }
        }
    }

    Task Cast(RecordedBallot ballot)
    {
        var dots = ballot.Allocation.ToDictionary(a => stage.Clusters[a.Key] ?? a.Key, a => a.Value);
        return stage.Find(ballot.By) is { } voter
            ? voter.Cast(stage.Steps[ballot.Activity]!, dots, ack => stage.Ballots.Add((ballot, ack)))
            : Task.CompletedTask;
    }

    Task Do(string who, string what, Command command) => stage.Find(who) is { } performer
        ? performer.Do(command, ack => stage.Answered(what, ack))
        : NotThere(what, who);

    Task NotThere(string what, string who)
    {
        stage.Answers.Add((what, $"{who} never came"));
        return Task.CompletedTask;
    }

    Task Facilitate(string what, string type, object body) =>
        stage.Facilitator.Do(Command.New(type, body), ack => stage.Answered(what, ack));

    sealed record Door(string Code);

    sealed record Admitted(string Person);
}
