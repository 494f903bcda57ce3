using System.Text.Json.Serialization;

namespace Workshop.Faults.Evidence;

/// <summary>How a command ended, as its sender knows it.</summary>
public enum Known
{
    /// <summary>No answer came, and nobody asked again: it may have taken effect, or not.</summary>
    Unknown,
    /// <summary>Acknowledged.</summary>
    Ok,
    /// <summary>Refused for good.</summary>
    Refused,
}

/// <summary>A command that somebody sent, once or more often, under one id.</summary>
public sealed class Operation
{
    /// <summary>The command's id.</summary>
    public required string Id { get; init; }
    /// <summary>The command's type.</summary>
    public required string Type { get; init; }
    /// <summary>Who sent it.</summary>
    public required string By { get; init; }
    /// <summary>A text that stands in this one only; null: it has none.</summary>
    public string? Canary { get; init; }
    /// <summary>When it was first to be sent, on the rig's clock.</summary>
    public required TimeSpan Begun { get; init; }
    /// <summary>The nodes that it was sent to.</summary>
    public List<int> SentTo { get; } = [];
    /// <summary>When its answer came.</summary>
    public TimeSpan? Answered { get; set; }
    /// <summary>What is known of it.</summary>
    public Known Known { get; set; }
    /// <summary>The place in the log that the answer named.</summary>
    public long? Seq { get; set; }
    /// <summary>The code of a refusal, or what became of a ballot.</summary>
    public string? Says { get; set; }
    /// <summary>The card that a command is about.</summary>
    public string? Card { get; init; }

    /// <summary>Whether it went into a sealed box and must not be in the log.</summary>
    [JsonIgnore]
    public bool IsSealed => Type == "castBallot";
}
