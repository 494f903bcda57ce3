using Microsoft.Data.Sqlite;
using Workshop.Faults.Evidence;
using Workshop.Faults.People;
using Workshop.Faults.Schedule;

namespace Workshop.Faults.Cluster;

/// <summary>Makes happen what the schedule says, and heals it.</summary>
public sealed class Nemesis(ImmutableArray<Node> nodes, Redis? redis, string database, ImmutableArray<Participant> people, History history) : IDisposable
{
    readonly ImmutableArray<SemaphoreSlim> _gates = [.. nodes.Select(_ => new SemaphoreSlim(1))];
    readonly SemaphoreSlim _redisGate = new(1);

    /// <summary>Runs the schedule; completes when all is healed.</summary>
    public async Task Run(ImmutableArray<Fault> plan, TextWriter said)
    {
        var running = new List<Task>();
        foreach (var fault in plan)
        {
            if (fault.At - history.Now is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            running.Add(Do(fault, said));
            if (fault.Kind == FaultKinds.Stall)
            {
                // Alone: only then is a wait its doing.
                await Task.WhenAll(running);
            }
        }

        await Task.WhenAll(running);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _redisGate.Dispose();
        foreach (var gate in _gates)
        {
            gate.Dispose();
        }
    }

    async Task Do(Fault fault, TextWriter said)
    {
        var from = history.Now;
        await said.WriteLineAsync($"  {fault}");
        await (fault.Kind switch
        {
            FaultKinds.Kill => At(fault, async node =>
            {
                await node.Kill();
                await Task.Delay(fault.For);
                await node.Start();
            }),
            FaultKinds.Drain => At(fault, async node =>
            {
                await node.Terminate();
                await node.Start();
            }),
            FaultKinds.Pause => At(fault, async node =>
            {
                await node.Pause();
                await Task.Delay(fault.For);
                await node.Resume();
            }),
            FaultKinds.Cut => Cut(fault.Target),
            FaultKinds.Lock => Lock(fault.For),
            FaultKinds.Stall => Stall(people[fault.Target].Device, fault.For),
            FaultKinds.RedisKill => AtRedis(async r =>
            {
                await r.Kill();
                await Task.Delay(fault.For);
                await r.Start();
            }),
            FaultKinds.RedisFreeze => AtRedis(async r =>
            {
                await r.Signal("-STOP");
                await Task.Delay(fault.For);
                await r.Signal("-CONT");
            }),
            _ => throw new RunException($"There is no fault {fault.Kind}."),
        });
        history.Add(fault, from);
    }

    /// <summary>One thing at a time to one node: what is dead can't be paused.</summary>
    async Task At(Fault fault, Func<Node, Task> happen)
    {
        await _gates[fault.Target].WaitAsync();
        try
        {
            await happen(nodes[fault.Target]);
        }
        finally
        {
            _gates[fault.Target].Release();
        }
    }

    async Task AtRedis(Func<Redis, Task> happen)
    {
        await _redisGate.WaitAsync();
        try
        {
            await happen(redis!);
        }
        finally
        {
            _redisGate.Release();
        }
    }

    Task Cut(int node)
    {
        foreach (var person in people.Where(p => p.Device.At == node))
        {
            person.Device.Break();
        }

        return Task.CompletedTask;
    }

    async Task Lock(TimeSpan time)
    {
        await using var db = new SqliteConnection($"Data Source={database};Pooling=False;Default Timeout=10");
        await db.OpenAsync();
        await using var transaction = db.BeginTransaction(deferred: false);
        await Task.Delay(time);
    }

    /// <summary>Everybody uses one node, and writes a lot; one of them stops reading.</summary>
    async Task Stall(Device device, TimeSpan time)
    {
        var node = device.At ?? 0;
        foreach (var person in people)
        {
            person.Device.Only = node;
            if (person.Device.At != node)
            {
                person.Device.Break();
            }
        }

        using var over = new CancellationTokenSource(time);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (over.Token.Register(end.SetResult))
        {
            device.StopReading(end.Task);
            await Task.WhenAll(people.Where(p => p.Device != device).Select(p => p.WriteMuch(over.Token)));
            await end.Task;
        }

        foreach (var person in people)
        {
            person.Device.Only = null;
        }
    }
}
