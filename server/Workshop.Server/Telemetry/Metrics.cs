using System.Diagnostics.Metrics;

namespace Workshop.Server.Telemetry;

/// <summary>
/// What is counted. No label holds a text, a name, a code, a token or an id: labels are the names of commands, outcomes, and codes of
/// refusals, all of which this program knows beforehand.
/// </summary>
static class Metrics
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Workshop.Server";

    static readonly Meter Meter = new(Name);
    static readonly Counter<long> CommandsAnswered = Meter.CreateCounter<long>("workshop.commands", "{command}", "Commands by name and outcome.");
    static readonly Counter<long> FramesSent = Meter.CreateCounter<long>("workshop.deliveries", "{message}", "Messages handed to connections: what changed in their views.");
    static readonly Counter<long> ViewsMissed = Meter.CreateCounter<long>("workshop.resyncs", "{connection}", "Connections that were too slow, lost their frames and start anew.");
    static readonly Histogram<int> CommitsTogether = Meter.CreateHistogram(
        "workshop.commit.size", "{command}", "Commands that one transaction of a room has made durable.", advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 512] });
    static readonly Histogram<double> CommitTime = Meter.CreateHistogram(
        "workshop.commit.duration", "s", "How long a transaction took until it was durable, or refused.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });

    /// <summary>A command got its answer.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="refusal">The code of its refusal; null: accepted. That a ballot was replaced is not told apart.</param>
    public static void Answered(string command, string? refusal) =>
        CommandsAnswered.Add(1, new("command", command), new("outcome", refusal ?? "accepted"));

    /// <summary>Messages were handed to connections.</summary>
    public static void Delivered(int messages) => FramesSent.Add(messages);

    /// <summary>A connection starts anew.</summary>
    public static void Resynced() => ViewsMissed.Add(1);

    /// <summary>Commands became durable together.</summary>
    public static void Committed(int commands) => CommitsTogether.Record(commands);

    /// <summary>A transaction ended.</summary>
    /// <param name="took">From handing it over.</param>
    /// <param name="outcome"><c>written</c>, <c>behind</c> where another node was first, or the code of a refusal.</param>
    public static void Transacted(TimeSpan took, string outcome) => CommitTime.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
}
