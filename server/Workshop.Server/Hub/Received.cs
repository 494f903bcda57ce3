using System.Text.Json;
using System.Text.Json.Serialization;
using Workshop.Core.Wire;

namespace Workshop.Server.Hub;

/// <summary>A command as it came in. One that can't be read is a value as well, so that its sender gets an answer under its id.</summary>
/// <param name="Command">Null: not a command.</param>
[JsonConverter(typeof(ReceivedJsonConverter))]
readonly record struct Received(ICommand? Command);

/// <summary>Reads strictly, and steps over what is no command.</summary>
sealed class ReceivedJsonConverter : JsonConverter<Received>
{
    /// <inheritdoc/>
    public override Received Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return new(JsonSerializer.Deserialize<ICommand>(ref reader, Json.Wire));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            reader = start;
            reader.Skip();
            return default;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Received value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Command, Json.Wire);
}
