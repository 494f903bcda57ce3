using System.Collections.Concurrent;
using Workshop.Faults.Cluster;
using Workshop.Faults.Evidence;
using Workshop.Rehearsal.Client;

namespace Workshop.Faults.People;

/// <summary>Somebody with a phone, who writes, edits, withdraws, votes, and at times asks for what can't be.</summary>
public sealed class Participant : IAsyncDisposable
{
    readonly History _history;
    readonly Facilitator _facilitator;
    readonly Random _random;
    readonly BallotDevice _ballot = new();
    readonly ConcurrentDictionary<string, (string Canary, string Card)> _onBoard = new(StringComparer.Ordinal);
    int _written;

    /// <summary>Number <paramref name="number"/> of a run.</summary>
    public Participant(int number, History history, Facilitator facilitator, ImmutableArray<Node> nodes, int seed)
    {
        (_history, _facilitator, _random) = (history, facilitator, new(seed));
        Device = new(FormattableString.Invariant($"p{number}"), "person", nodes, seed + 1, history);
    }

    /// <summary>Their phone.</summary>
    public Device Device { get; }

    /// <summary>Their id.</summary>
    public string Person { get; private set; } = "";

    /// <summary>The receipt of their ballot.</summary>
    public string Receipt => _ballot.Receipt;

    /// <summary>The canary and card of what they have on the board, as far as they know.</summary>
    public IEnumerable<(string Canary, string Card)> OnBoard => _onBoard.Values;

    /// <summary>Ids and keys of their ballots, which nobody may ever see.</summary>
    public ConcurrentBag<string> Secrets { get; } = [];

    /// <summary>Joins by the code, at a node.</summary>
    public async Task Join(Node node)
    {
        var joined = await Device.Post(node, "/api/join", new
        {
            _facilitator.Code,
            Id = Guid.CreateVersion7().ToString(),
            Key = Guid.NewGuid().ToString("n"),
            Name = $"Person {Device.Name}",
            Language = "en",
            Group = "all",
        });
        Person = joined.GetProperty("person").GetString()!;
    }

    /// <summary>Enters the room.</summary>
    public void Enter() => Device.Enter(
        _facilitator.Workshop, _facilitator.PublicViews.Add($"person:{Person}/now").Add($"person:{Person}/activity:{_facilitator.Board}"));

    /// <summary>Does one thing after another until it is over.</summary>
    public async Task Take(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await (_random.Next(100) switch
            {
                < 55 => Write(""),
                < 70 => Edit(),
                < 75 => Withdraw(),
                < 80 => AskTheImpossible(),
                _ => Cast(),
            });
            await Task.Delay(_random.Next(50, 350), CancellationToken.None);
        }
    }

    /// <summary>Writes long cards until it is over.</summary>
    public async Task WriteMuch(CancellationToken over)
    {
        var filler = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 350));
        while (!over.IsCancellationRequested)
        {
            await Write(filler);
            await Task.Delay(150, CancellationToken.None);
        }
    }

    /// <summary>Writes a card.</summary>
    public async Task Write(string filler)
    {
        var canary = Sightings.NewCanary(Device.Name, _written++);
        var command = Command.New("addCard", new { Activity = _facilitator.Board, Text = $"{canary} {filler}".TrimEnd() });
        var operation = _history.Begin(command, Device.Name, canary, command.Id);
        if (Accepted(await Device.Send(command, operation, filler.Length == 0 ? NextLuck() : Luck.None)))
        {
            _onBoard[command.Id] = (canary, command.Id);
        }
    }

    /// <summary>Casts a ballot, or replaces it.</summary>
    public async Task Cast()
    {
        var dots = _random.Next(3);
        var sealedBallot = _ballot.Seal(_facilitator.Vote, new Dictionary<string, int>
        {
            [_facilitator.Clusters[0]] = dots,
            [_facilitator.Clusters[1]] = _random.Next(1, 4 - dots) is var other and < 3 ? other : 2,
        }.Where(d => d.Value > 0).ToDictionary());
        Secrets.Add(sealedBallot.Command.Body["ballot"]!.GetValue<string>());
        Secrets.Add(sealedBallot.NextKey);
        var operation = _history.Begin(sealedBallot.Command, Device.Name);

        // A ballot is never given up: until it is answered nobody knows which key proves the next one.
        var luck = NextLuck();
        if (Accepted(await Device.Send(sealedBallot.Command, operation, luck == Luck.Abandoned ? Luck.LostAnswer : luck)))
        {
            _ballot.Accepted(sealedBallot);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Device.DisposeAsync();

    async Task Edit()
    {
        if (TakeAny() is not var (canary, card))
        {
            return;
        }

        var command = Command.New("editCard", new { Card = card, Text = $"{canary} edited", Base = 1 });
        await Device.Send(command, _history.Begin(command, Device.Name, card: card), NextLuck());
    }

    async Task Withdraw()
    {
        if (TakeAny() is not var (_, card))
        {
            return;
        }

        var command = Command.New("withdrawCard", new { Card = card });
        await Device.Send(command, _history.Begin(command, Device.Name, card: card), NextLuck());
    }

    /// <summary>A card on a board that there is not: must be refused, and leave nothing.</summary>
    async Task AskTheImpossible()
    {
        var command = Command.New("addCard", new { Activity = Guid.CreateVersion7().ToString(), Text = "Nowhere" });
        await Device.Send(command, _history.Begin(command, Device.Name), NextLuck());
    }

    /// <summary>One of the own cards, which is then left alone.</summary>
    (string Canary, string Card)? TakeAny() =>
        _onBoard.Keys.Skip(_random.Next(Math.Max(1, _onBoard.Count))).FirstOrDefault() is { } card && _onBoard.TryRemove(card, out var own) ? own : null;

    Luck NextLuck() => _random.Next(20) switch
    {
        0 or 1 => Luck.LostAnswer,
        2 => Luck.Abandoned,
        3 => Luck.Doubled,
        _ => Luck.None,
    };

    static bool Accepted(Ack ack) => ack.Rejection is null;
}
