using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Workshop.Core.Wire;

namespace Workshop.Server.Hub;

/// <summary>A message to clients, built once as bytes for however many connections: a hub invocation with one argument.</summary>
sealed class Outgoing(ReadOnlyMemory<byte> bytes)
{
    static readonly JsonWriterOptions Writing = new() { Encoder = Json.Wire.Encoder, SkipValidation = true };

    /// <summary>What SignalR writes.</summary>
    public SerializedHubMessage Message { get; } = new([new SerializedMessage("json", bytes)]);

    /// <summary>How many bytes it has.</summary>
    public int Size => bytes.Length;

    ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Several messages in one write: each ends with its own mark.</summary>
    public static Outgoing Together(IReadOnlyList<Outgoing> messages)
    {
        var buffer = new ArrayBufferWriter<byte>(messages.Sum(m => m.Size) + 1);
        foreach (var message in messages)
        {
            buffer.Write(message.Bytes.Span);
        }

        return new(buffer.WrittenMemory);
    }

    /// <summary>The answer to a command.</summary>
    public static Outgoing Ack(Ack ack) => Of("ack", ack);

    /// <summary>A view must be fetched.</summary>
    public static Outgoing Fetch(View view, long seq) => Of("fetch", new Fetch { View = view.ToString(), Seq = seq });

    /// <summary>The views of a connection.</summary>
    public static Outgoing Joined(Joined joined) => Of("joined", joined);

    /// <summary>The node stops.</summary>
    public static Outgoing GoingAway(int retryAfterMs) => Of("goingAway", new GoingAway { RetryAfterMs = retryAfterMs });

    /// <summary>What changed in a view, from records that are JSON already.</summary>
    public static Outgoing Frame(View view, long prev, long seq, IEnumerable<ReadOnlyMemory<byte>> put, IEnumerable<string> drop) =>
        Build("frame", json =>
        {
            json.WriteStartObject();
            json.WriteString("view", view.ToString());
            json.WriteNumber("prev", prev);
            json.WriteNumber("seq", seq);
            WriteChanges(json, put, drop);
            json.WriteEndObject();
        });

    /// <summary>What changed beside the log.</summary>
    public static Outgoing Ambient(View view, IEnumerable<ReadOnlyMemory<byte>> put, IEnumerable<string> drop) =>
        Build("ambient", json =>
        {
            json.WriteStartObject();
            json.WriteString("view", view.ToString());
            WriteChanges(json, put, drop);
            json.WriteEndObject();
        });

    /// <summary>A record as it is sent, and compared.</summary>
    public static ReadOnlyMemory<byte> Record(IRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Json.Wire);

    static Outgoing Of<T>(string target, T argument) => Build(target, json => JsonSerializer.Serialize(json, argument, Json.Wire));

    static void WriteChanges(Utf8JsonWriter json, IEnumerable<ReadOnlyMemory<byte>> put, IEnumerable<string> drop)
    {
        json.WriteStartArray("put");
        foreach (var record in put)
        {
            json.WriteRawValue(record.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteStartArray("drop");
        foreach (var id in drop)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    static Outgoing Build(string target, Action<Utf8JsonWriter> argument)
    {
        const byte endOfMessage = 0x1e;
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("type", HubProtocolConstants.InvocationMessageType);
            json.WriteString("target", target);
            json.WriteStartArray("arguments");
            argument(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write([endOfMessage]);
        return new(buffer.WrittenMemory);
    }
}
