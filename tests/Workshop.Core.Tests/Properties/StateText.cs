using System.Collections;
using System.Reflection;
using System.Text;

namespace Workshop.Core.Tests.Properties;

/// <summary>Everything that a state holds, as text: two states are equal if their texts are. Sets and dictionaries are sorted.</summary>
public static class StateText
{
    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        IEnumerable list => ListOf(list),
        IFormattable or bool => value.ToString()!,
        _ when IsOurs(value.GetType()) => RecordOf(value),
        _ => value.ToString()!,
    };

    static string ListOf(IEnumerable list)
    {
        var items = list.Cast<object?>().Select(item => item?.GetType() is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? $"{Of(pair.GetProperty("Key")!.GetValue(item))}: {Of(pair.GetProperty("Value")!.GetValue(item))}"
            : Of(item));
        var isOrdered = list.GetType().Name.StartsWith("ImmutableArray", StringComparison.Ordinal) || list.GetType().Name.StartsWith("ImmutableStack", StringComparison.Ordinal);
        return $"[{string.Join(", ", isOrdered ? items : items.Order(StringComparer.Ordinal))}]";
    }

    static string RecordOf(object value)
    {
        var text = new StringBuilder(value.GetType().Name).Append('(');
        foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite))
        {
            text.Append(member.Name).Append(' ').Append(Of(member.GetValue(value))).Append("; ");
        }

        return text.Append(')').ToString();
    }

    static bool IsOurs(Type type) => type.Namespace!.StartsWith("Workshop.Core", StringComparison.Ordinal);
}
