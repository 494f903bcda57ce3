using System.Diagnostics.Metrics;

namespace Workshop.Server.Doorbell;

/// <summary>How often the doorbell was rung and heard, for whoever measures this process.</summary>
sealed class RingCounts
{
    readonly Counter<long> _sent;
    readonly Counter<long> _failed;
    readonly Counter<long> _heard;
    readonly Counter<long> _ignored;
    long _ignoredSoFar;

    /// <summary>Counts in a meter named <c>Workshop.Doorbell</c>.</summary>
    public RingCounts(IMeterFactory meters)
    {
        var meter = meters.Create("Workshop.Doorbell");
        _sent = meter.CreateCounter<long>("workshop.doorbell.sent", description: "Rings handed to Redis.");
        _failed = meter.CreateCounter<long>("workshop.doorbell.failed", description: "Times Redis did not take what was to be sent.");
        _heard = meter.CreateCounter<long>("workshop.doorbell.heard", description: "Rings about workshops that are loaded here.");
        _ignored = meter.CreateCounter<long>("workshop.doorbell.ignored", description: "Messages that are no rings.");
    }

    /// <summary>Messages that were no rings, so far.</summary>
    public long Ignored => Volatile.Read(ref _ignoredSoFar);

    /// <summary>Rings were handed to Redis.</summary>
    public void Sent(int rings) => _sent.Add(rings);

    /// <summary>Redis did not take them.</summary>
    public void Failed() => _failed.Add(1);

    /// <summary>A ring about a workshop that is loaded here.</summary>
    public void Heard() => _heard.Add(1);

    /// <summary>A message that is no ring.</summary>
    public void Ignore()
    {
        _ignored.Add(1);
        Interlocked.Increment(ref _ignoredSoFar);
    }
}
