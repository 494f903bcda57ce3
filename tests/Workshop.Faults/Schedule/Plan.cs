namespace Workshop.Faults.Schedule;

/// <summary>What will happen when; follows from the seed alone.</summary>
public static class Plan
{
    /// <summary>Each kind of fault at least once, in random order, then random ones until the time is over.</summary>
    public static ImmutableArray<Fault> Make(Options options)
    {
        var random = new Random(options.Seed);
        var kinds = FaultKinds.OfNodes.AddRange(options.Redis ? FaultKinds.OfRedis : [])
            .Where(k => options.Only.IsEmpty || options.Only.Contains(k)).ToArray();
        if (kinds.Length == 0)
        {
            return [];
        }

        var first = kinds.ToArray();
        random.Shuffle(first);
        var faults = ImmutableArray.CreateBuilder<Fault>();
        for (var at = TimeSpan.FromSeconds(0.5); at < options.Time || faults.Count < first.Length;)
        {
            var kind = faults.Count < first.Length ? first[faults.Count] : kinds[random.Next(kinds.Length)];
            var lasts = Lasts(kind, random, options.Time);
            faults.Add(new(kind, at, lasts, random.Next(kind == FaultKinds.Stall ? options.People : options.Nodes)));
            var pause = Between(random, 0.2, 1.2);
            at += options.Overlap && kind != FaultKinds.Stall ? pause : lasts + pause;
        }

        return faults.ToImmutable();
    }

    /// <summary>A stall lasts long enough for buffers to fill and for a wait to show. In long runs a pause may be as long as a minute.</summary>
    static TimeSpan Lasts(string kind, Random random, TimeSpan time) => kind switch
    {
        FaultKinds.Cut => TimeSpan.Zero,
        FaultKinds.Stall => TimeSpan.FromSeconds(8),
        FaultKinds.Pause when time > TimeSpan.FromMinutes(5) => Between(random, 1, 60),
        FaultKinds.Lock => Between(random, 0.5, 2.5),
        _ => Between(random, 0.3, 2),
    };

    static TimeSpan Between(Random random, double from, double to) => TimeSpan.FromSeconds(from + (random.NextDouble() * (to - from)));
}
