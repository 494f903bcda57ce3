using System.Collections.Concurrent;
using Workshop.Faults.Evidence;
using Workshop.Rehearsal.Client;

namespace Workshop.Faults.People;

/// <summary>
/// A device's commands that wait for an answer: one is sent after another, and again, under the same id, until it is answered.
/// </summary>
sealed class Outbox(History history) : IDisposable
{
    static readonly TimeSpan s_untilLost = TimeSpan.FromSeconds(4);

    readonly ConcurrentQueue<Letter> _letters = new();
    readonly SemaphoreSlim _added = new(0);
    readonly Lock _gate = new();
    TaskCompletionSource<Ack>? _answer;
    string? _asked;

    /// <summary>How many wait.</summary>
    public int Count => _letters.Count;

    /// <summary>A command to send, and where its fate is noted.</summary>
    public sealed record Letter(Command Command, Operation Operation, Luck Luck)
    {
        public TaskCompletionSource<Ack> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Adds one; completes with its answer. One that is given up completes as refused, without a code.</summary>
    public Task<Ack> Add(Letter letter)
    {
        _letters.Enqueue(letter);
        _added.Release();
        return letter.Answered.Task;
    }

    /// <summary>Sends what waits, and what will, until the connection is over.</summary>
    public async Task Empty(HubSocket socket, int node, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (_letters.TryPeek(out var letter))
            {
                await Send(letter, socket, node);
            }
            else if (await Task.WhenAny(socket.Over, _added.WaitAsync(TimeSpan.FromMilliseconds(100), stopping)) == socket.Over)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _added.Dispose();

    /// <summary>An answer came.</summary>
    public void Take(Ack ack)
    {
        lock (_gate)
        {
            if (ack.Id == _asked)
            {
                _answer!.TrySetResult(ack);
            }
        }
    }

    /// <summary>The connection is over: no answer comes on it any more.</summary>
    public void Rest()
    {
        lock (_gate)
        {
            (_asked, _answer) = (null, null);
        }
    }

    async Task Send(Letter letter, HubSocket socket, int node)
    {
        var isFirst = letter.Operation.SentTo.Count == 0;
        letter.Operation.SentTo.Add(node);
        var answer = Ask(letter.Command.Id);
        await Call(socket, letter);
        if (letter.Luck == Luck.Doubled && isFirst)
        {
            await Call(socket, letter);
        }

        if (letter.Luck is Luck.LostAnswer or Luck.Abandoned && isFirst)
        {
            socket.Break();
            if (letter.Luck == Luck.Abandoned)
            {
                Done(letter, new(letter.Command.Id, null, null, new("", null, false)));
            }

            throw new IOException("The connection broke off.");
        }

        if (await Task.WhenAny(answer, socket.Over, Task.Delay(s_untilLost)) != answer)
        {
            throw new TimeoutException("No answer came.");
        }

        var ack = await answer;
        if (ack.Rejection is { Retry: true })
        {
            await Task.Delay(100);
            return;
        }

        letter.Operation.Known = ack.Rejection is null ? Known.Ok : Known.Refused;
        letter.Operation.Seq = ack.Seq;
        letter.Operation.Says = ack.Says;
        Done(letter, ack);
    }

    Task<Ack> Ask(string id)
    {
        lock (_gate)
        {
            _asked = id;
            _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _answer.Task;
        }
    }

    static Task Call(HubSocket socket, Letter letter) =>
        socket.Call("Send", JsonSerializer.Serialize(letter.Command.Id), letter.Command.Body.ToJsonString());

    void Done(Letter letter, Ack ack)
    {
        letter.Operation.Answered = history.Now;
        _letters.TryDequeue(out _);
        letter.Answered.TrySetResult(ack);
    }
}
