using Workshop.Rehearsal.Client;

namespace Workshop.Rehearsal.Play;

/// <summary>A person of the recording with a browser of their own: what they do while they are away waits in its outbox.</summary>
public sealed class Performer(string name, Browser browser, string workshop, string role, string person) : IAsyncDisposable
{
    readonly Connection _connection = new(browser, workshop, role);
    readonly Queue<(Command Command, Action<Ack> Answered)> _outbox = [];
    readonly Dictionary<string, BallotDevice> _ballots = [];
    IReadOnlyCollection<string> _views = [];

    /// <summary>As the file calls them.</summary>
    public string Name => name;

    /// <summary>As the server calls them.</summary>
    public string Person => person;

    /// <summary>Their HTTP session.</summary>
    public Browser Browser => browser;

    /// <summary>Whether they are connected.</summary>
    public bool IsThere => _connection.IsOpen;

    /// <summary>How many commands wait for the connection.</summary>
    public int Waiting => _outbox.Count;

    /// <summary>The commands that were sent twice, with both answers.</summary>
    public List<(Command Command, Ack First, Ack Second)> SentTwice { get; } = [];

    /// <summary>The receipts of the ballots that were accepted.</summary>
    public IEnumerable<(string Activity, string Receipt)> Receipts =>
        _ballots.Where(b => b.Value.HasCast).Select(b => (b.Key, b.Value.Receipt));

    /// <summary>Shows these views from now on.</summary>
    public Task Show(IReadOnlyCollection<string> views) => _connection.Follow(_views = views);

    /// <summary>The views that they follow.</summary>
    public IReadOnlyCollection<string> Views => _views;

    /// <summary>What they see in a view.</summary>
    public IReadOnlyDictionary<string, JsonElement> Sees(string view) => _connection.Replica.Records(view);

    /// <summary>Sends a command; away, it waits in the outbox.</summary>
    public async Task Do(Command command, Action<Ack> answered)
    {
        if (IsThere)
        {
            answered(await _connection.Send(command));
        }
        else
        {
            _outbox.Enqueue((command, answered));
        }
    }

    /// <summary>Casts a ballot, or replaces theirs.</summary>
    public Task Cast(string activity, IReadOnlyDictionary<string, int> dots, Action<Ack> answered)
    {
        var device = _ballots.TryGetValue(activity, out var known) ? known : _ballots[activity] = new();
        var ballot = device.Seal(activity, dots);
        return Do(ballot.Command, ack =>
        {
            if (ack.Rejection is null)
            {
                device.Accepted(ballot);
            }

            answered(ack);
        });
    }

    /// <summary>Their network breaks off.</summary>
    public Task LoseConnection() => _connection.Break();

    /// <summary>Their network is back: the replica catches up, and what waits is delivered in order, each command twice.</summary>
    public async Task ComeBack()
    {
        await _connection.Follow(_views);
        while (_outbox.TryDequeue(out var waiting))
        {
            var (first, second) = await _connection.SendTwice(waiting.Command);
            SentTwice.Add((waiting.Command, first, second));
            waiting.Answered(first);
        }
    }

    /// <summary>Waits until a view shows what a snapshot at <paramref name="seq"/> or later shows. False: it did not in time.</summary>
    public async Task<bool> Settle(string view, long seq)
    {
        var patience = Task.Delay(TimeSpan.FromSeconds(20));
        var snapshot = (await browser.GetView(workshop, view, seq)).Records.ToDictionary(r => r.Text("id")!);
        while (true)
        {
            if (_connection.Fault is { } fault)
            {
                throw new RehearsalException($"{name} can't follow {view}: {fault.Message}", fault);
            }

            var changed = _connection.Replica.Changed;
            var seen = Sees(view);
            if (seen.Count == snapshot.Count
                && snapshot.All(r => seen.TryGetValue(r.Key, out var record) && JsonElement.DeepEquals(record, r.Value)))
            {
                return true;
            }

            if (await Task.WhenAny(changed, patience) == patience)
            {
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        browser.Dispose();
    }
}
