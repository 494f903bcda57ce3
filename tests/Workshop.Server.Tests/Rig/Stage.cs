using Workshop.Core.Agenda;
using Workshop.Core.Voting;

namespace Workshop.Server.Tests.Rig;

/// <summary>A running server with an account, for the tests of a class; each makes a workshop of its own.</summary>
public class Stage : IAsyncLifetime
{
    public ServerProcess Server { get; private set; } = null!;

    /// <summary>The facilitator's browser.</summary>
    public Browser Dana { get; private set; } = null!;

    /// <summary>Options of the server.</summary>
    protected virtual string[] Options => [];

    public async ValueTask InitializeAsync()
    {
        Server = await ServerProcess.Start(null, Options);
        Dana = new(Server.Address);
        await Dana.SetUp(Server.SetupToken!);
    }

    public async ValueTask DisposeAsync()
    {
        Dana.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A workshop whose session is open, with its facilitator connected.</summary>
    public Task<Scene> Open() => Scene.Open(Dana);
}

/// <summary>A server that lets anyone write as fast as they can.</summary>
public sealed class UnlimitedStage : Stage
{
    public static readonly string[] Limits = ["--staff-writes", "none", "--people-writes", "none", "--messages", "none"];

    protected override string[] Options => Limits;
}

/// <summary>A workshop in a test.</summary>
public sealed class Scene : IAsyncDisposable
{
    readonly List<IAsyncDisposable> _ends = [];
    readonly List<IDisposable> _browsers = [];

    public required WorkshopId Workshop { get; init; }
    public required string Code { get; init; }
    public required Browser Dana { get; init; }
    public required HubClient Facilitator { get; init; }

    public static async Task<Scene> Open(Browser dana)
    {
        var workshop = await dana.CreateWorkshop();
        var facilitator = await dana.Connect(workshop, "staff");
        await facilitator.Do(new OpenSession());
        return new() { Workshop = workshop, Code = await dana.CodeOf(workshop), Dana = dana, Facilitator = facilitator };
    }

    /// <summary>Somebody joins with a phone of their own.</summary>
    public async Task<Guest> Join(string name = "Aigerim", string group = "customs", Uri? at = null)
    {
        var browser = new Browser(at ?? Dana.Server);
        _browsers.Add(browser);
        var person = await browser.Join(Code, name, group);
        return new(person, browser, await Connect(browser, "person"));
    }

    /// <summary>One more connection.</summary>
    public async Task<HubClient> Connect(Browser browser, string @as)
    {
        var hub = await browser.Connect(Workshop, @as);
        _ends.Add(hub);
        return hub;
    }

    /// <summary>An open board.</summary>
    public async Task<string> Board()
    {
        var board = await Facilitator.Do(Some.Brainstorm());
        await Facilitator.Do(new OpenActivity { Activity = ActivityId.Of(board) });
        return board;
    }

    /// <summary>A vote on two clusters, open for those who are here.</summary>
    public async Task<OpenVote> Vote(bool replaceable = true)
    {
        await Board();
        var clustering = await Facilitator.Do(Some.Clustering());
        await Facilitator.Do(new OpenActivity { Activity = ActivityId.Of(clustering) });
        var first = await Facilitator.Do(Some.Cluster(clustering, "Single window"));
        var second = await Facilitator.Do(Some.Cluster(clustering, "Risk management"));
        var vote = await Facilitator.Do(Some.Vote(replaceable));
        await Facilitator.Do(new OpenVoting { Activity = ActivityId.Of(vote) });
        return new(ActivityId.Of(vote), ClusterId.Of(first), ClusterId.Of(second));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var end in _ends.Append(Facilitator))
        {
            await end.DisposeAsync();
        }

        _browsers.ForEach(b => b.Dispose());
    }
}

/// <summary>A participant with a phone.</summary>
public sealed record Guest(PersonId Person, Browser Browser, HubClient Hub);

/// <summary>An open vote.</summary>
public sealed record OpenVote(ActivityId Activity, ClusterId First, ClusterId Second)
{
    /// <summary>A ballot of three dots, from a device.</summary>
    public CastBallot Ballot(Device device, string? key = null) => new()
    {
        Activity = Activity,
        Ballot = device.Ballot,
        Dots = new Dictionary<ClusterId, int> { [First] = 2, [Second] = 1 },
        EditHash = device.NextHash,
        Key = key,
    };
}

/// <summary>What a device keeps of its ballot: the id, and the key that will prove the next replacement.</summary>
public sealed class Device
{
    public string Ballot { get; } = Some.Hex(16);
    public string NextKey { get; private set; } = Some.Hex(16);
    public string NextHash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(NextKey)));

    /// <summary>The key that proves this replacement; the next one gets another.</summary>
    public string TakeKey()
    {
        var key = NextKey;
        NextKey = Some.Hex(16);
        return key;
    }
}
