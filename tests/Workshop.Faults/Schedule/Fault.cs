namespace Workshop.Faults.Schedule;

/// <summary>Something that goes wrong at a time, and for how long.</summary>
/// <param name="Kind">What; see <see cref="FaultKinds"/>.</param>
/// <param name="At">When, after the first one could.</param>
/// <param name="For">How long, or how long until what was killed is started again.</param>
/// <param name="Target">Which node or person it happens to.</param>
public sealed record Fault(string Kind, TimeSpan At, TimeSpan For, int Target)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{At.TotalSeconds,6:0.0} s  {Kind} {Target} for {For.TotalSeconds:0.0} s");
}

/// <summary>The kinds of fault.</summary>
public static class FaultKinds
{
    /// <summary>A node dies by <c>kill -9</c> and is started again.</summary>
    public const string Kill = "kill";
    /// <summary>A node stands still, as a virtual machine that is moved, and goes on.</summary>
    public const string Pause = "pause";
    /// <summary>A node is told to stop, as at an update, and the next one takes its place.</summary>
    public const string Drain = "drain";
    /// <summary>All connections to a node break off.</summary>
    public const string Cut = "cut";
    /// <summary>Another program holds the database's lock.</summary>
    public const string Lock = "lock";
    /// <summary>One client stops reading while everybody writes a lot.</summary>
    public const string Stall = "stall";
    /// <summary>Redis dies and is started again.</summary>
    public const string RedisKill = "redis-kill";
    /// <summary>Redis stands still.</summary>
    public const string RedisFreeze = "redis-freeze";

    /// <summary>Those that happen to the nodes and their connections.</summary>
    public static ImmutableArray<string> OfNodes { get; } = [Kill, Pause, Drain, Cut, Lock, Stall];

    /// <summary>Those that happen to Redis.</summary>
    public static ImmutableArray<string> OfRedis { get; } = [RedisKill, RedisFreeze];
}
