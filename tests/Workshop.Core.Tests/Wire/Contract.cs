using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Wire;

/// <summary>What messages are made of, as the serializer sees it.</summary>
public static class Contract
{
    public static readonly ImmutableArray<(Type Type, string Name)> CommandsAndEvents = [.. Names.Commands, .. Names.Events];

    /// <summary>All types that are written within these messages, themselves among them.</summary>
    public static HashSet<Type> TypesWithin(IEnumerable<Type> messages)
    {
        var seen = new HashSet<Type>();
        var left = new Queue<Type>(messages);
        while (left.TryDequeue(out var next))
        {
            var type = Nullable.GetUnderlyingType(next) ?? next;
            if (seen.Add(type))
            {
                var info = Json.Wire.GetTypeInfo(type);
                foreach (var within in info.Properties.Select(p => p.PropertyType).Append(info.ElementType).Append(info.KeyType)
                    .Concat(info.PolymorphismOptions?.DerivedTypes.Select(d => d.DerivedType) ?? []).OfType<Type>())
                {
                    left.Enqueue(within);
                }
            }
        }

        return seen;
    }

    /// <summary>The words that stand for something: values of enumerations, discriminators of unions.</summary>
    public static SortedDictionary<string, string[]> Words(IEnumerable<Type> messages)
    {
        var words = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var type in TypesWithin(messages))
        {
            if (type.IsEnum)
            {
                words[type.Name] = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];
            }
            else if (Json.Wire.GetTypeInfo(type).PolymorphismOptions is { } union && type != typeof(ICommand) && type != typeof(IEvent))
            {
                words[type.Name] = [.. union.DerivedTypes.Select(d => (string)d.TypeDiscriminator!)];
            }
        }

        return words;
    }

    /// <summary>The names of the members that are missing from a message, which should show them all.</summary>
    public static IEnumerable<string> MembersMissing(JsonElement message, Type type)
    {
        var info = Json.Wire.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        if (info.PolymorphismOptions is { } union)
        {
            var kind = message.GetProperty(union.TypeDiscriminatorPropertyName).GetString();
            return MembersMissing(message, union.DerivedTypes.Single(d => kind!.Equals(d.TypeDiscriminator)).DerivedType);
        }

        return (info.Kind, message.ValueKind) switch
        {
            (JsonTypeInfoKind.Enumerable, _) when message.GetArrayLength() == 0 => [$"{type} is empty"],
            (JsonTypeInfoKind.Enumerable, _) => MembersMissing(message[0], info.ElementType!),
            (JsonTypeInfoKind.Object, _) => info.Properties.Where(p => p.Get is not null).SelectMany(p => message.TryGetProperty(p.Name, out var member)
                ? MembersMissing(member, p.PropertyType)
                : [$"{info.Type.Name}.{p.Name}"]),
            _ => [],
        };
    }
}
