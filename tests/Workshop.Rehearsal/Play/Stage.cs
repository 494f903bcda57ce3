using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Play;

/// <summary>Everyone who is connected, and what the server calls the things that the file calls otherwise.</summary>
public sealed class Stage : IAsyncDisposable
{
    readonly Dictionary<string, Performer> _people = [];
    readonly Dictionary<(Performer Who, string View), (long At, bool Same)> _settled = [];

    /// <summary>The server's id of the workshop.</summary>
    public required string Workshop { get; init; }

    /// <summary>The first facilitator, who acts for all staff.</summary>
    public required Performer Facilitator { get; init; }

    /// <summary>The steps that were put on the agenda.</summary>
    public required ImmutableArray<RecordedActivity> Activities { get; init; }

    /// <summary>The people.</summary>
    public Names People { get; } = new();

    /// <summary>The steps of the agenda.</summary>
    public Names Steps { get; } = new();

    /// <summary>The cards of brainstorms.</summary>
    public Names Cards { get; } = new();

    /// <summary>The cards of SWOT boards.</summary>
    public Names Entries { get; } = new();

    /// <summary>The clusters.</summary>
    public Names Clusters { get; } = new();

    /// <summary>The objectives and actions of the plan, by their numbers in the file.</summary>
    public Names Lines { get; } = new();

    /// <summary>The last place of the log that an answer named.</summary>
    public long Seq { get; private set; }

    /// <summary>How many commands were accepted, of those that must be.</summary>
    public List<(string What, string Says)> Answers { get; } = [];

    /// <summary>What became of each ballot.</summary>
    public List<(RecordedBallot Ballot, Ack Ack)> Ballots { get; } = [];

    /// <summary>Everyone, those who have left among them.</summary>
    public IEnumerable<Performer> Everyone => _people.Values.Prepend(Facilitator).Distinct();

    /// <summary>Those who are connected.</summary>
    public IEnumerable<Performer> There => Everyone.Where(p => p.IsThere);

    /// <summary>A participant who is there; the facilitator, if there is none.</summary>
    public Performer Somebody => There.FirstOrDefault(p => p != Facilitator) ?? Facilitator;

    /// <summary>Who of the file it is; null: did not come.</summary>
    public Performer? Find(string person) => _people.GetValueOrDefault(person);

    /// <summary>Puts somebody of the file on stage.</summary>
    public void Add(string person, Performer performer)
    {
        _people[person] = performer;
        People.Add(person, performer.Person);
    }

    /// <summary>The server's ids of the steps of a type.</summary>
    public IEnumerable<string> IdsOf(string type) => Activities.Where(a => a.Type == type).Select(a => Steps[a.Id]!);

    /// <summary>Notes an answer to a command that must be accepted.</summary>
    public void Answered(string what, Ack ack)
    {
        Seq = Math.Max(Seq, ack.Seq ?? 0);
        Answers.Add((what, ack.Says));
    }

    /// <summary>The views that a participant follows.</summary>
    public IReadOnlyList<string> ViewsOf(string person) =>
    [
        "public/now", $"person:{person}/now", "public/plan",
        .. Activities.SelectMany(a => new[] { $"public/activity:{Steps[a.Id]}", $"person:{person}/activity:{Steps[a.Id]}" }),
    ];

    /// <summary>The views that the facilitator follows.</summary>
    public IReadOnlyList<string> ViewsOfStaff() =>
    [
        .. ViewsOf(Facilitator.Person), "staff/now", .. Activities.Select(a => $"staff/activity:{Steps[a.Id]}"),
    ];

    /// <summary>What somebody sees in a view, once it shows all that was acknowledged. Not in time: as it stands.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> Look(Performer who, string view)
    {
        await HasSettled(who, view);
        return who.Sees(view);
    }

    /// <summary>Whether a view that somebody follows has come to show exactly what a fetched one shows.</summary>
    public async Task<bool> HasSettled(Performer who, string view)
    {
        if (!_settled.TryGetValue((who, view), out var settled) || settled.At != Seq)
        {
            _settled[(who, view)] = settled = (Seq, await who.Settle(view, Seq));
        }

        return settled.Same;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var performer in Everyone)
        {
            await performer.DisposeAsync();
        }
    }
}

/// <summary>What the server calls things of one kind, and what the file calls them.</summary>
public sealed class Names
{
    readonly Dictionary<string, string> _idOf = [];
    readonly Dictionary<string, string> _nameOf = [];

    /// <summary>The server's id of something of the file; null: it was not played.</summary>
    public string? this[string name] => _idOf.GetValueOrDefault(name);

    /// <summary>From now on the server's id stands for the file's.</summary>
    public void Add(string name, string id)
    {
        _idOf[name] = id;
        _nameOf[id] = name;
    }

    /// <summary>What the file calls something of the server; its own id if the file does not know it.</summary>
    public string NameOf(string? id) => id is null ? "?" : _nameOf.GetValueOrDefault(id, id);
}
