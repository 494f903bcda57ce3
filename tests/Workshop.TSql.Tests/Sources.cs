using System.Reflection;
using Workshop.Storage;
using Dialect = Workshop.Storage.SqlServer.Statements;

namespace Workshop.TSql.Tests;

/// <summary>All T-SQL of the product, from where the product itself takes it.</summary>
static class Sources
{
    static readonly Assembly Storage = typeof(IDatabase).Assembly;

    /// <summary>The migrations in their order.</summary>
    public static IReadOnlyList<(string Name, string Sql)> Migrations { get; } =
    [
        .. Storage.GetManifestResourceNames()
            .Where(n => n.Contains(".SqlServer.Migrations.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n, Read(n))),
    ];

    /// <summary>What every dialect has, and what only this one needs.</summary>
    public static IReadOnlyList<(string Name, string Sql)> Statements { get; } =
    [
        .. NamesIn(typeof(IStatements)).Select(n => (n, (string)typeof(Dialect).GetProperty(n)!.GetValue(new Dialect())!)),
        .. typeof(Dialect).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(string)).Select(f => (f.Name, (string)f.GetRawConstantValue()!)),
    ];

    /// <summary>The statements that a type names, as its source does.</summary>
    public static IEnumerable<string> NamesIn(Type type) =>
        type.GetProperties().Where(p => p.PropertyType == typeof(string)).OrderBy(p => p.MetadataToken).Select(p => p.Name);

    static string Read(string resource)
    {
        using var reader = new StreamReader(Storage.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
