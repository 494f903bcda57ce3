using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workshop.Core.Kernel;
using Workshop.Core.Wire;

namespace Workshop.WireTypes;

/// <summary>
/// Writes types as TypeScript declarations, as <see cref="Json.Wire"/> writes and reads them: unions by their discriminator,
/// ids as branded strings, enums as string unions. Nulls are never written, so a nullable member is an optional one. What
/// only clients send may leave out members that have a default; what they receive always holds them.
/// </summary>
public sealed class TypeScript
{
    readonly SortedDictionary<string, string> _declarations = new(StringComparer.Ordinal);
    readonly HashSet<Type> _received = [];
    readonly Dictionary<Type, (string Discriminator, string Name)> _members = [];

    /// <summary>The declarations of these types and of all that they use, in the order of their names.</summary>
    public static string Of((Type[] Sent, Type[] Received) contract)
    {
        var typeScript = new TypeScript();
        foreach (var type in contract.Received)
        {
            typeScript.Collect(type);
        }

        foreach (var type in contract.Sent.Concat(contract.Received))
        {
            typeScript.Name(type);
        }

        return $"// Written by server/Workshop.WireTypes from the records of Workshop.Core. Not to be edited.\n\n{string.Join("\n", typeScript._declarations.Values)}";
    }

    /// <summary>Marks a type and what it uses as received.</summary>
    void Collect(Type type)
    {
        var info = Json.Wire.GetTypeInfo(type);
        if (!_received.Add(type))
        {
            return;
        }

        foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? [])
        {
            Collect(derived.DerivedType);
        }

        foreach (var used in new[] { info.ElementType, info.KeyType, Nullable.GetUnderlyingType(type) }.OfType<Type>())
        {
            Collect(used);
        }

        foreach (var property in Written(info))
        {
            Collect(property.PropertyType);
        }
    }

    /// <summary>The name by which TypeScript knows the type; declares it where it needs a declaration.</summary>
    string Name(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Name(inner) : Json.Wire.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Enumerable } list => $"readonly {Name(list.ElementType!)}[]",
        { Kind: JsonTypeInfoKind.Dictionary } map => $"Readonly<Record<{Name(map.KeyType!)}, {Name(map.ElementType!)}>>",
        { Kind: JsonTypeInfoKind.Object } info => Declared(NameOf(type), () => info.PolymorphismOptions is { } union ? Union(type, union) : Interface(info)),
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(long) => "number",
        _ when type == typeof(DateTimeOffset) => Declared("Instant", () => "/** A moment in ISO 8601. */\nexport type Instant = string;\n"),
        _ when type.IsEnum => Declared(type.Name, () => $"export type {type.Name} = {string.Join(" | ", Enum.GetNames(type).Select(n => $"'{JsonNamingPolicy.CamelCase.ConvertName(n)}'"))};\n"),
        _ when IsId(type) => Declared(type.Name, () => $"export type {type.Name} = string & {{ readonly of: '{type.Name}' }};\n"),
        _ => throw new NotSupportedException($"{type} has no TypeScript form."),
    };

    string Declared(string name, Func<string> declaration)
    {
        if (_declarations.TryAdd(name, ""))   // first, because a type may use itself
        {
            _declarations[name] = declaration();
        }

        return name;
    }

    string Union(Type type, JsonPolymorphismOptions union)
    {
        foreach (var derived in union.DerivedTypes)
        {
            _members[derived.DerivedType] = (union.TypeDiscriminatorPropertyName, Convert.ToString(derived.TypeDiscriminator, CultureInfo.InvariantCulture)!);
        }

        var names = union.DerivedTypes.Select(derived => Name(derived.DerivedType));
        return $"export type {NameOf(type)} =\n{string.Join("\n", names.Select(name => $"  | {name}"))};\n";
    }

    string Interface(JsonTypeInfo info)
    {
        var text = new StringBuilder($"export interface {NameOf(info.Type)} {{\n");
        if (_members.TryGetValue(info.Type, out var member))
        {
            text.Append(CultureInfo.InvariantCulture, $"  readonly {member.Discriminator}: '{member.Name}';\n");
        }

        foreach (var property in Written(info))
        {
            text.Append(CultureInfo.InvariantCulture, $"  readonly {property.Name}{(IsOptional(info, property) ? "?" : "")}: {Name(property.PropertyType)};\n");
        }

        return text.Append("}\n").ToString();
    }

    bool IsOptional(JsonTypeInfo owner, JsonPropertyInfo property) =>
        property.IsGetNullable && !property.PropertyType.IsValueType
        || Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.IsRequired && !_received.Contains(owner.Type));

    static IEnumerable<JsonPropertyInfo> Written(JsonTypeInfo info) => info.Properties.Where(property => property.Get is not null);

    static bool IsId(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    /// <summary><c>ICommand</c> is <c>Command</c>; <c>IRecord</c> is <c>Rec</c>, since <c>Record</c> is TypeScript's own.</summary>
    static string NameOf(Type type) =>
        type == typeof(IRecord) ? "Rec" : type.IsInterface ? type.Name[1..] : type.Name;
}
