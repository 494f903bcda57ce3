using System.Text.Json;
using System.Text.Json.Serialization;
using Workshop.Core.Wire;

namespace Workshop.Server.Doorbell;

/// <summary>What a node tells the others after a commit, and all that Redis ever carries: which log has grown, and how far.</summary>
readonly record struct Ring(WorkshopId Workshop, long Seq)
{
    const int MostBytes = 160;

    /// <summary>What is published.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(new Message { Workshop = Workshop.Value, Seq = Seq }, Json.Wire);

    /// <summary>What was published; null: this is no ring. Whoever can publish can send anything.</summary>
    public static Ring? Read(ReadOnlySpan<byte> message)
    {
        if (message.Length > MostBytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Message>(message, Json.Wire) is { Seq: > 0 } read && Ids.IsWellFormed(read.Workshop)
                ? new(WorkshopId.Of(read.Workshop), read.Seq)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Message
    {
        [JsonPropertyName("workshop")]
        public required string Workshop { get; init; }

        [JsonPropertyName("seq")]
        public required long Seq { get; init; }
    }
}
