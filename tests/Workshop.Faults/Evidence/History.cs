using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workshop.Faults.Evidence;

/// <summary>What everyone did and what the nemesis did to them, on one clock.</summary>
public sealed class History
{
    readonly long _start = Stopwatch.GetTimestamp();
    readonly ConcurrentQueue<Operation> _operations = new();
    readonly ConcurrentQueue<(Schedule.Fault Fault, TimeSpan From, TimeSpan To)> _faults = new();

    /// <summary>The time since the run began.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(_start);

    /// <summary>All commands.</summary>
    public IReadOnlyCollection<Operation> Operations => _operations;

    /// <summary>All faults, with when they really were.</summary>
    public IReadOnlyCollection<(Schedule.Fault Fault, TimeSpan From, TimeSpan To)> Faults => _faults;

    /// <summary>Notes a command before it is sent.</summary>
    public Operation Begin(Rehearsal.Client.Command command, string by, string? canary = null, string? card = null)
    {
        var operation = new Operation { Id = command.Id, Type = command.Type, By = by, Canary = canary, Card = card, Begun = Now };
        _operations.Enqueue(operation);
        return operation;
    }

    /// <summary>Notes a fault that is over.</summary>
    public void Add(Schedule.Fault fault, TimeSpan from) => _faults.Enqueue((fault, from, Now));

    /// <summary>Writes it down, a line each.</summary>
    public async Task Write(string file)
    {
        await using var writer = File.CreateText(file);
        foreach (var (fault, from, to) in _faults)
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(new { fault = fault.ToString(), from, to }));
        }

        foreach (var operation in _operations)
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(operation, JsonSerializerOptions.Web));
        }
    }
}
