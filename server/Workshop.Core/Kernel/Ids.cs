using System.Text.Json;

namespace Workshop.Core.Kernel;

/// <summary>An id of one kind of thing: a type of its own over a short string, so that a card's id never passes for a person's.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>1 to 64 characters of <c>a-z 0-9 - .</c>: a UUIDv7 in lower case, or that with <c>.index</c> behind it.</summary>
    string Value { get; }

    /// <summary>Takes the string as it is; <see cref="Ids.IsWellFormed"/> says whether it may be one.</summary>
    static abstract TSelf Of(string value);
}

/// <summary>What all ids share.</summary>
public static class Ids
{
    /// <summary>The longest id: a UUID of 36 characters, a dot, an index.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether the string can be an id; anything else is refused where it enters.</summary>
    public static bool IsWellFormed(string? value)
    {
        if (value is null || value.Length is 0 or > MaxLength)
        {
            return false;
        }

        foreach (var c in value)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A workshop: one log, one room. Also the word in every address.</summary>
[JsonConverter(typeof(IdJsonConverter<WorkshopId>))]
public readonly record struct WorkshopId(string Value) : IId<WorkshopId>
{
    /// <summary>Reads an address's segment.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out WorkshopId id)
    {
        id = new(text ?? "");
        return Ids.IsWellFormed(text);
    }

    /// <inheritdoc/>
    public static WorkshopId Of(string value) => new(value);
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A command: made by the client (UUIDv7) before it sends, so that a retry is recognised.</summary>
[JsonConverter(typeof(IdJsonConverter<CommandId>))]
public readonly record struct CommandId(string Value) : IId<CommandId>
{
    /// <inheritdoc/>
    public static CommandId Of(string value) => new(value);
    /// <summary>The id of the thing that this command makes at <paramref name="index"/> of a list.</summary>
    public string Item(int index) => $"{Value}.{index}";
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A person of one workshop: the id of the command that brought them in.</summary>
[JsonConverter(typeof(IdJsonConverter<PersonId>))]
public readonly record struct PersonId(string Value) : IId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId Of(string value) => new(value);
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A step on the agenda.</summary>
[JsonConverter(typeof(IdJsonConverter<ActivityId>))]
public readonly record struct ActivityId(string Value) : IId<ActivityId>
{
    /// <inheritdoc/>
    public static ActivityId Of(string value) => new(value);
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A contribution.</summary>
[JsonConverter(typeof(IdJsonConverter<CardId>))]
public readonly record struct CardId(string Value) : IId<CardId>
{
    /// <inheritdoc/>
    public static CardId Of(string value) => new(value);
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A named group of cards.</summary>
[JsonConverter(typeof(IdJsonConverter<ClusterId>))]
public readonly record struct ClusterId(string Value) : IId<ClusterId>
{
    /// <inheritdoc/>
    public static ClusterId Of(string value) => new(value);
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A line of the plan: an objective or an action.</summary>
[JsonConverter(typeof(IdJsonConverter<PlanLineId>))]
public readonly record struct PlanLineId(string Value) : IId<PlanLineId>
{
    /// <inheritdoc/>
    public static PlanLineId Of(string value) => new(value);
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A stakeholder group of the workshop, e.g. <c>customs</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<GroupId>))]
public readonly record struct GroupId(string Value) : IId<GroupId>
{
    /// <inheritdoc/>
    public static GroupId Of(string value) => new(value);
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Writes an id as its bare string, as a value and as a key; refuses what cannot be one.</summary>
public sealed class IdJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, IId<TId>
{
    /// <inheritdoc/>
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Checked(reader.GetString()) : throw new JsonException("An id is a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);

    static TId Checked(string? value) =>
        Ids.IsWellFormed(value) ? TId.Of(value!) : throw new JsonException("Not an id: 1 to 64 characters of a-z 0-9 - .");
}
