using System.Text;
using System.Text.Json;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Properties;

/// <summary>
/// A workshop on two nodes and a database in memory, in which random people send random commands. A node may be behind: then its
/// append fails, it reads what it missed, and decides again. After each step everything that must always hold is checked.
/// </summary>
public sealed class RandomWorkshop
{
    static readonly WorkshopId Workshop = WorkshopId.Of("w");

    readonly Random _random;
    readonly RandomCommands _commands;
    readonly Devices _devices;
    readonly List<(Commit Commit, ImmutableArray<PersonRow> People)> _log = [];
    readonly Replica[] _nodes = [new(), new()];
    readonly Boxes _boxes = new();
    readonly Browsers _browsers = new();
    readonly Secrets _secrets = new();
    readonly List<string> _steps = [];
    int _ids;

    RandomWorkshop(int seed)
    {
        _random = new(seed);
        _commands = new(_random);
        _devices = new(_random);
    }

    /// <summary>Types of commands that came to something, and of the events that they came to.</summary>
    public HashSet<Type> Seen { get; } = [];

    /// <summary>Plays a workshop; a failure says the seed and all steps.</summary>
    public static RandomWorkshop Play(int seed, int steps)
    {
        var workshop = new RandomWorkshop(seed);
        try
        {
            workshop.Prepare(whole: seed % 4 != 0);
            for (var i = 0; i < steps; i++)
            {
                workshop.Step();
            }

            workshop.CheckLog();
        }
        catch (Exception failure)
        {
            Assert.Fail($"Seed {seed}, step {workshop._steps.Count}: {failure}\n\n{string.Join('\n', workshop._steps)}");
        }

        return workshop;
    }

    /// <summary>A workshop with people of each role and, if it is to be whole, with a step of each kind; else what chance brings.</summary>
    void Prepare(bool whole)
    {
        Send(_nodes[0], Actor.System, new CreateWorkshop
        {
            Title = Some.NewText("Strategy"),
            Languages = ["en", "ru", "kk"],
            TimeZone = "UTC",
            Groups = [Some.NewGroup("customs"), Some.NewGroup("business"), Some.NewGroup("donors", votes: false)],
            FacilitatorName = $"Fay {_commands.Token()}",
            FacilitatorLanguage = "en",
        });
        foreach (var role in new[] { Role.Secretariat, Role.Interpreter, Role.Observer })
        {
            Admit(role);
        }

        if (!whole)
        {
            return;
        }

        var facilitator = _nodes[0].State.People.All.Values.Where(p => p.Role == Role.Facilitator).Select(p => new Actor(p.Id, p.Role)).Single();
        Send(_nodes[0], facilitator, new OpenSession());
        foreach (var settings in new IActivitySettings[]
        {
            new BrainstormSettings(), new SwotSettings(), new ClusteringSettings(), new PlanSettings(),
            new VoteSettings { Rule = Some.Rule(dots: 4, mostOnOne: 3, tieBreak: [TieBreak.MoreVoters]) },
        })
        {
            Send(_nodes[0], facilitator, new AddActivity { Title = Some.NewText(settings.GetType().Name), Minutes = 20, Settings = settings });
        }

        foreach (var step in _nodes[0].State.Agenda.InOrder.Where(a => a.Settings is not VoteSettings).ToList())
        {
            Send(_nodes[0], facilitator, new OpenActivity { Activity = step.Id });
        }

        for (var i = 0; i < 3; i++)
        {
            Send(_nodes[0], Actor.Newcomer, new JoinWorkshop { Name = $"Dana {_commands.Token()}", Language = "kk", Group = GroupId.Of("customs") });
        }

        var board = _nodes[0].State.Agenda.InOrder.First();
        for (var i = 0; i < 3; i++)
        {
            Send(_nodes[0], facilitator, new AddCard { Activity = board.Id, Text = _commands.Token() });
            Send(_nodes[0], facilitator, new CreateCluster { Activity = _nodes[0].State.Agenda.InOrder.First(a => a.Settings is ClusteringSettings).Id, Name = Some.NewText("Cluster") });
        }
    }

    /// <summary>Staff come in by other doors, which the log will hold in the same way.</summary>
    void Admit(Role role)
    {
        var asking = Ask(_nodes[0], Actor.System);
        var row = PersonRow.Of(PersonId.Of(asking.Id.Value), 1, Some.Salt, new() { Name = $"{role} {_commands.Token()}" });
        _steps.Add($"{asking.Id} comes in as {role}");
        Append(_nodes[0], asking, [], [new PersonJoined(row.Person, row.Trace, role, Votes: false, "en", null)], [row]);
        _ids++;
    }

    void Step()
    {
        var node = _nodes[_random.Next(2)];
        if (_random.Next(3) > 0)
        {
            CatchUp(node);
        }

        var command = _commands.Next(node.State);
        var actor = _random.Next(6) == 0 ? _commands.Somebody(node.State) : _commands.SomebodyWhoMay(node.State, command);
        Send(node, actor, command is CastBallot ballot ? _devices.Sign(actor, ballot) : command);
    }

    void Send(Replica node, Actor actor, ICommand command)
    {
        _steps.Add($"{actor.LogName} ({actor.Role}) {JsonSerializer.Serialize(command, Json.Wire)}");
        var decision = Domain.Decide(node.State, Ask(node, actor), command);
        if (node.Seq < _log.Count)
        {
            _steps[^1] += $" => {Outcome(decision)}, but is behind";
            CatchUp(node);
        }

        var asking = Ask(node, actor);
        decision = Domain.Decide(node.State, asking, command);
        _steps[^1] += $" => {asking.Id} {Outcome(decision)}";
        Carry(node, asking, command, decision);
        _ids++;
    }

    void Carry(Replica node, Asking asking, ICommand command, Decision decision)
    {
        switch (decision)
        {
            case { Rejection: { } rejection }:
                Assert.True(decision is { Events.IsEmpty: true, People.IsEmpty: true, Cast: null, Unseal: null, Counted: null });
                Assert.Contains(rejection.Code, Codes);
                break;

            case { Cast: { } cast }:
                Assert.True(decision is { Events.IsEmpty: true, People.IsEmpty: true, Unseal: null, Counted: null });
                Seen.Add(typeof(CastBallot));
                if (_boxes.Cast(cast))
                {
                    _secrets.Ballots.Add(cast.Item);
                    _devices.Remember(asking.Actor, (CastBallot)command);
                }

                break;

            case { Unseal: { } unsealing }:
                Assert.True(decision is { Events.IsEmpty: true, People.IsEmpty: true, Counted: null });
                Close(node, asking, command, unsealing);
                break;

            case { Counted: not null }:
                Assert.True(decision is { Events.IsEmpty: true, People.IsEmpty: true });
                break;

            default:
                Append(node, asking, Commit.HashOf(command, asking.Actor, []), decision.Events, decision.People);
                Seen.UnionWith(decision.Events.IsEmpty ? [] : [command.GetType()]);
                break;
        }
    }

    void Close(Replica node, Asking asking, ICommand command, Unsealing unsealing)
    {
        var items = _boxes.Empty(unsealing.Box);
        var events = unsealing.Then(items);
        Assert.Equal(StateText.Of(events), StateText.Of(unsealing.Then([.. items.OrderBy(_ => _random.Next())])));
        Append(node, asking, Commit.HashOf(command, asking.Actor, []), events, []);
        Seen.Add(command.GetType());

        var count = Assert.IsType<VotingClosed>(events.Single());
        var byHand = items.SelectMany(i => Ballot.Read(i).Dots).GroupBy(d => d.Key, d => d.Value).ToDictionary(g => g.Key, g => g.Sum());
        Assert.Equal(items.Length, count.Ballots);
        Assert.Equal(items.Length < Tally.FewestBallots, count.Sums.IsEmpty);
        Assert.All(count.Sums, sum => Assert.Equal(byHand.GetValueOrDefault(sum.Item), sum.Dots));
        foreach (var (voter, last) in _devices.OfVote(count.Activity))
        {
            Assert.NotNull(Domain.Decide(node.State, Ask(node, voter), last).Counted);
        }
    }

    void Append(Replica node, Asking asking, ImmutableArray<byte> body, ImmutableArray<IEvent> events, ImmutableArray<PersonRow> people)
    {
        var commit = Commit.Write(Workshop, node.Seq + 1, node.Hash, asking, body, events);
        _log.Add((commit, people));
        foreach (var box in events.SelectMany(Domain.BoxesOpenedBy))
        {
            _boxes.Open(box);
        }

        var before = (node.State, node.People);
        node.Advance(commit, events.Select(e => new Happened(e, asking.Id, commit.Seq, commit.At, asking.Actor.Person)), people);
        _secrets.Hear(events, people);
        _browsers.Show(before, node, events.SelectMany(e => Projection.TouchedBy(node.State, e)));
        Seen.UnionWith(events.Select(e => e.GetType()));

        _browsers.Check(node);
        _secrets.Check(node.State, _browsers);
        var rows = Outcomes.Of(node.State.Plan);
        Assert.Equal(node.State.Plan.Lines.Count, rows.Objectives.Length + rows.Actions.Length);
    }

    void CatchUp(Replica node)
    {
        foreach (var (commit, people) in _log.Skip((int)node.Seq).ToList())
        {
            node.Read(commit, people);
        }
    }

    /// <summary>The log alone comes to what both nodes know, is written as it was read, and holds no ballot.</summary>
    void CheckLog()
    {
        var replayed = new Replica();
        CatchUp(replayed);
        foreach (var node in _nodes)
        {
            CatchUp(node);
            Assert.Equal(StateText.Of(replayed.State), StateText.Of(node.State));
        }

        _browsers.Check(replayed);
        foreach (var (commit, _) in _log)
        {
            var written = Encoding.UTF8.GetString(commit.Events.AsSpan());
            Assert.Equal(written, JsonSerializer.Serialize(commit.Read().Select(h => h.Event), Json.Log));
            Assert.DoesNotContain(_secrets.Ballots, ballot => written.Contains(ballot, StringComparison.Ordinal));
        }
    }

    Asking Ask(Replica node, Actor actor) => new(actor, CommandId.Of($"id-{_ids:0000}"), Some.Now.AddSeconds(_ids), node.People, Some.Salt);

    static readonly HashSet<string> Codes = [.. Contract.Refusals.All.Select(r => r.Code)];

    static string Outcome(Decision decision) => decision switch
    {
        { Rejection: { } rejection } => rejection.Code,
        { Cast: not null } => "cast",
        { Unseal: not null } => "unseal",
        { Counted: { } counted } => $"counted as {counted}",
        _ => string.Join(" ", decision.Events.Select(e => e.GetType().Name)),
    };
}
