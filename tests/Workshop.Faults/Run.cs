using Workshop.Faults.Cluster;
using Workshop.Faults.Evidence;
using Workshop.Faults.Invariants;
using Workshop.Faults.People;
using Workshop.Faults.Schedule;
using Workshop.Rehearsal.Client;

namespace Workshop.Faults;

/// <summary>One run: a workshop is held, faults happen, all is healed, and what is left is checked.</summary>
public sealed class Run(Options options, TextWriter said) : IAsyncDisposable
{
    readonly History _history = new();
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshop-faults-");
    readonly StringWriter _output = new();
    readonly Redis? _redis = options.Redis ? new() : null;
    ImmutableArray<Node> _nodes = [];
    Facilitator? _facilitator;
    ImmutableArray<Participant> _people = [];

    string Data => Path.Combine(_folder.FullName, "data");

    string Database => Path.Combine(Data, "workshop.db");

    /// <summary>Holds it, and says of each invariant whether it held.</summary>
    /// <returns>The invariants that did not hold.</returns>
    public async Task<ImmutableArray<string>> Hold()
    {
        await said.WriteLineAsync($"seed {options.Seed}: {options.Nodes} nodes, {options.People} people, {options.Time.TotalSeconds} s of faults");
        if (_redis is not null && !Redis.IsInstalled)
        {
            throw new RunException("redis-server is not installed: install it, or run with --no-redis.");
        }

        await StartAll();
        await Enter();
        await Suffer();
        await Heal();
        return await Check(await Find());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        await (_facilitator?.DisposeAsync() ?? default);
        await Task.WhenAll(_nodes.Select(n => n.Kill()));
        await (_redis?.Kill() ?? Task.CompletedTask);
        await Keep();
        _folder.Delete(recursive: true);
    }

    async Task StartAll()
    {
        await (_redis?.Start() ?? Task.CompletedTask);
        _nodes = [.. Enumerable.Range(0, options.Nodes).Select(NewNode)];
        await _nodes[0].Start();
        _facilitator = new(_history, _nodes, options.Seed * 1_000);
        await _facilitator.SetUp(_nodes[0].SetupToken ?? throw new RunException("The first node has printed no setup link."));
        await Task.WhenAll(_nodes.Skip(1).Select(n => n.Start()));
    }

    Node NewNode(int number) => new(
        number,
        Data,
        ["--staff-writes", "none", "--people-writes", "none", "--messages", "none", .. _redis is null ? [] : ImmutableArray.Create("--redis", $"127.0.0.1:{_redis.Port}")],
        options.Planted,
        _output);

    async Task Enter()
    {
        await _facilitator!.Prepare();
        _people = [.. Enumerable.Range(0, options.People).Select(i => new Participant(i, _history, _facilitator, _nodes, (options.Seed * 1_000) + (10 * (i + 1))))];
        await Task.WhenAll(_people.Select((p, i) => p.Join(_nodes[i % options.Nodes])));
        await _facilitator.OpenVote();
        foreach (var person in _people)
        {
            person.Enter();
        }
    }

    async Task Suffer()
    {
        var plan = Plan.Make(options);
        var start = _history.Now;
        using var over = new CancellationTokenSource();
        var random = new Random(options.Seed);
        var acting = _people.Select(p => p.Take(over.Token)).Append(_facilitator!.Moderate(() => AnyCard(random), over.Token)).ToList();
        using var nemesis = new Nemesis(_nodes, _redis, Database, _people, _history);
        await nemesis.Run([.. plan.Select(f => f with { At = f.At + start })], said);
        await over.CancelAsync();

        // Some still vote while the vote is closed.
        var late = Task.WhenAll(_people.Select(p => p.Cast()));
        await Bounded(_facilitator.CloseVote());
        await Bounded(Task.WhenAll(acting.Append(late)));
    }

    (string Canary, string Card)? AnyCard(Random random) =>
        _people[random.Next(_people.Length)].OnBoard.FirstOrDefault() is { Card: not null } card ? card : null;

    /// <summary>Everyone comes to a node of their own; then one more card is written, at one node, for all to see.</summary>
    async Task Heal()
    {
        for (var i = 0; i < _people.Length; i++)
        {
            _people[i].Device.Only = i % _nodes.Length;
            _people[i].Device.Break();
        }

        await Until(() => Task.FromResult(_people.All(p => p.Device.At == p.Device.Only)));
        await Bounded(_people[0].Write(""));
        await Until(async () => Pages.Differences(await Show()).Length == 0);
    }

    async Task<Found> Find()
    {
        foreach (var (device, view) in _people.SelectMany(p => _facilitator!.PublicViews, (p, view) => (p.Device, view)))
        {
            // As if everyone loaded the page anew.
            await Bounded(device.View(_nodes[device.Only!.Value], view, 0));
        }

        var shown = (await Show()).ToBuilder();
        var replaying = NewNode(_nodes.Length);
        _nodes = _nodes.Add(replaying);
        await replaying.Start();
        shown.AddRange(await ShowAt(replaying, "a replay"));
        await Task.WhenAll(_nodes.Select(n => n.Terminate()));
        string printed;
        lock (_output)
        {
            printed = _output.ToString();
        }

        return new()
        {
            History = _history,
            Facilitator = _facilitator!,
            People = _people,
            Stored = await Stored.Read(Database, _facilitator!.Workshop, _facilitator.Vote),
            Shown = shown.ToImmutable(),
            Output = printed,
        };
    }

    /// <summary>The public views as every device has them, and as every node gives them.</summary>
    async Task<ImmutableArray<Reading>> Show()
    {
        var shown = ImmutableArray.CreateBuilder<Reading>();
        foreach (var device in _people.Select(p => p.Device))
        {
            shown.AddRange(_facilitator!.PublicViews.Select(v => new Reading(device.Name, v, device.Replica.Records(v).ToImmutableSortedDictionary(r => r.Key, r => r.Value.GetRawText(), StringComparer.Ordinal))));
        }

        foreach (var node in _nodes)
        {
            shown.AddRange(await ShowAt(node, $"node {node.Number}"));
        }

        return shown.ToImmutable();
    }

    async Task<ImmutableArray<Reading>> ShowAt(Node node, string reader) =>
        [.. await Task.WhenAll(_facilitator!.PublicViews.Select(async v => new Reading(reader, v, await Records(node, v))))];

    async Task<ImmutableSortedDictionary<string, string>> Records(Node node, string view)
    {
        Snapshot snapshot;
        try
        {
            snapshot = await _facilitator!.Device.View(node, view, 0);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            return ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("unreachable", e.Message);
        }

        return snapshot.Records.ToImmutableSortedDictionary(r => r.GetProperty("id").GetString()!, r => r.GetRawText(), StringComparer.Ordinal);
    }

    async Task Keep()
    {
        if (options.Keep is not { } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        await _history.Write(Path.Combine(folder, "history.jsonl"));
        await File.WriteAllTextAsync(Path.Combine(folder, "nodes.log"), _output.ToString());
        if (File.Exists(Database))
        {
            File.Copy(Database, Path.Combine(folder, "workshop.db"), overwrite: true);
        }
    }

    async Task<ImmutableArray<string>> Check(Found found)
    {
        var broken = ImmutableArray.CreateBuilder<string>();
        foreach (var invariant in Invariant.All)
        {
            var breaches = invariant.Breaches(found).Take(1_000).ToList();
            await said.WriteLineAsync($"{(breaches.Count == 0 ? "held  " : "BROKEN")} {invariant.Name,-3} {invariant.Says}");
            foreach (var breach in breaches.Take(5))
            {
                await said.WriteLineAsync($"           {breach}");
            }

            if (breaches.Count > 0)
            {
                broken.Add(invariant.Name);
            }
        }

        var operations = found.History.Operations;
        await said.WriteLineAsync(
            $"{operations.Count} commands: {operations.Count(o => o.Known == Known.Ok)} acknowledged, {operations.Count(o => o.Known == Known.Refused)} refused, "
            + $"{operations.Count(o => o.Known == Known.Unknown)} unknown, {operations.Count(o => o.SentTo.Count > 1)} sent more than once; {found.Stored.Log.Length} commits, "
            + $"{found.Devices.Sum(d => d.Seen.Frames)} frames and snapshots; {found.History.Faults.Count} faults");
        await said.WriteLineAsync($"{Invariant.All.Length} promises, {broken.Count} broken; seed {options.Seed}");
        return broken.ToImmutable();
    }

    /// <summary>Waits, but not for ever: what did not heal is a finding, not the end of the run.</summary>
    async Task Bounded(Task task)
    {
        try
        {
            await task.WaitAsync(options.Patience);
        }
        catch (Exception e) when (e is TimeoutException or HttpRequestException)
        {
            // The invariants say what is missing.
        }
    }

    async Task Until(Func<Task<bool>> condition)
    {
        using var over = new CancellationTokenSource(options.Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (!await condition())
            {
                await pause.WaitForNextTickAsync(over.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            // The invariants say what is missing.
        }
    }
}
