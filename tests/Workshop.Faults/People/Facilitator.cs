using Workshop.Faults.Cluster;
using Workshop.Faults.Evidence;
using Workshop.Rehearsal.Client;

namespace Workshop.Faults.People;

/// <summary>Who prepares the workshop, hides cards while it runs, and closes the vote.</summary>
public sealed class Facilitator(History history, ImmutableArray<Node> nodes, int seed) : IAsyncDisposable
{
    readonly Random _random = new(seed);
    readonly Device _device = new("dana", "staff", nodes, seed + 1, history);
    readonly List<(string Canary, string Card, Operation Operation)> _hidden = [];
    int _hides;

    /// <summary>Her device.</summary>
    public Device Device => _device;

    /// <summary>The workshop.</summary>
    public string Workshop { get; private set; } = "";

    /// <summary>The code by which people join.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The step on which cards are written.</summary>
    public string Board { get; private set; } = "";

    /// <summary>The step of the vote.</summary>
    public string Vote { get; private set; } = "";

    /// <summary>What can be voted for.</summary>
    public ImmutableArray<string> Clusters { get; private set; } = [];

    /// <summary>The cards that she has hidden, as far as she knows.</summary>
    public IReadOnlyCollection<(string Canary, string Card, Operation Operation)> Hidden => _hidden;

    /// <summary>The views that everyone follows.</summary>
    public ImmutableArray<string> PublicViews => ["public/now", $"public/activity:{Board}", $"public/activity:{Vote}"];

    /// <summary>Makes the first account.</summary>
    public Task SetUp(string token) => _device.Post(
        nodes[0], "/api/setup", new { Token = token, Name = "Dana", Login = "dana", Password = "correct horse battery", Language = "en" });

    /// <summary>Makes the workshop and its agenda, and opens the session and the board.</summary>
    public async Task Prepare()
    {
        var created = await _device.Post(nodes[0], "/api/workshops", new
        {
            Id = Guid.CreateVersion7().ToString(),
            Title = Text("Trade 2030"),
            Languages = new[] { "en" },
            TimeZone = "+06:00",
            Groups = new[] { new { Id = "all", Name = Text("All") } },
        });
        Workshop = created.GetProperty("workshop").GetString()!;
        Code = (await _device.Get(nodes[0], $"/api/workshops/{Workshop}/door")).GetProperty("code").GetString()!;
        _device.Enter(Workshop, "public/now", "staff/now");
        await Do("openSession", new { });
        Board = await Do("addActivity", new { Title = Text("What slows trade?"), Minutes = 20, Settings = new { Kind = "brainstorm" } });
        await Do("openActivity", new { Activity = Board });
        var clustering = await Do("addActivity", new { Title = Text("Sort the ideas"), Minutes = 20, Settings = new { Kind = "clustering" } });
        await Do("openActivity", new { Activity = clustering });
        Clusters = [await Do("createCluster", new { Activity = clustering, Name = Text("Single window") }), await Do("createCluster", new { Activity = clustering, Name = Text("Risk") })];
        var rule = new { Dots = 3, MostOnOne = 2, Select = 1, Replaceable = true, SmallGroup = 1 };
        Vote = await Do("addActivity", new { Title = Text("What comes first?"), Minutes = 10, Settings = new { Kind = "vote", Rule = rule } });
    }

    /// <summary>Opens the vote for everyone who has joined, and follows what all follow.</summary>
    public async Task OpenVote()
    {
        await Do("openVoting", new { Activity = Vote });
        _device.Show(PublicViews.Add($"staff/activity:{Board}"));
    }

    /// <summary>Now and then hides one of the cards on the board, until it is over.</summary>
    public async Task Moderate(Func<(string Canary, string Card)?> pick, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (pick() is var (canary, card))
            {
                var command = Command.New("hideCard", new { Card = card });
                var operation = history.Begin(command, _device.Name, card: card);
                _hidden.Add((canary, card, operation));
                await _device.Send(command, operation, _hides++ % 4 == 3 ? Luck.LostAnswer : Luck.None);
            }

            await Task.Delay(_random.Next(300, 900), CancellationToken.None);
        }
    }

    /// <summary>Closes the vote.</summary>
    public Task CloseVote() => Do("closeVoting", new { Activity = Vote });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _device.DisposeAsync();

    /// <summary>What must succeed for the run to make sense; its id.</summary>
    async Task<string> Do(string type, object members)
    {
        var command = Command.New(type, members);
        var ack = await _device.Send(command, history.Begin(command, _device.Name));
        return ack.Rejection is null ? command.Id : throw new RunException($"{type} was refused: {ack.Says}.");
    }

    static object Text(string words) => new { Original = "en", Words = new { En = words } };
}
