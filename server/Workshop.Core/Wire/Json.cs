using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Workshop.Core.Wire;

/// <summary>How messages become JSON and back: two settings of one factory.</summary>
public static class Json
{
    /// <summary>From the wire, strictly: unknown and doubled members are refused.</summary>
    public static JsonSerializerOptions Wire { get; } = Make(strict: true);

    /// <summary>From the log, tolerantly: unknown members are skipped, new ones have defaults.</summary>
    public static JsonSerializerOptions Log { get; } = Make(strict: false);

    static JsonSerializerOptions Make(bool strict)
    {
        var options = new JsonSerializerOptions();
        Configure(options, strict);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Gives options that a framework has made these settings.</summary>
    public static void Configure(JsonSerializerOptions options, bool strict)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // The default writes й as six characters of escape.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.MaxDepth = 16;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheUnions, LetNullsBeAbsent, RefuseHoles } };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        if (strict)
        {
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.AllowDuplicateProperties = false;
        }
    }

    static void NameTheUnions(JsonTypeInfo type)
    {
        var members = type.Type switch
        {
            var t when t == typeof(ICommand) => Names.Commands,
            var t when t == typeof(IEvent) => Names.Events,
            var t when t == typeof(IRecord) => Names.Records,
            _ => [],
        };
        if (members.IsEmpty)
        {
            return;
        }

        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "type" };
        foreach (var (member, name) in members)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new(member, name));
        }
    }

    /// <summary>A null is not written, so what may be null must not be missed when it is read.</summary>
    static void LetNullsBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AssociatedParameter is { IsNullable: true }))
        {
            property.IsRequired = false;
        }
    }

    /// <summary>Nullable annotations reach a member, but not what lies in its list or dictionary.</summary>
    static void RefuseHoles(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable))))
        {
            if (property.Set is { } set)
            {
                property.Set = (owner, value) =>
                {
                    if (Elements(value).Contains(null))
                    {
                        throw new JsonException($"There is a null in '{property.Name}'.");
                    }

                    set(owner, value);
                };
            }
        }
    }

    static IEnumerable<object?> Elements(object? collection) =>
        (collection as IDictionary is { } map ? map.Values : (IEnumerable?)collection)?.Cast<object?>() ?? [];
}
