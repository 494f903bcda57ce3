using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Workshop.TSql.Tests;

/// <summary>The tables that the migrations make, and whether what a statement names is among them. Each statement is a procedure in the model.</summary>
static partial class Schema
{
    /// <summary>What the model's validation says of these statements; empty: every name is known.</summary>
    public static IReadOnlyList<string> Complaints(params IEnumerable<(string Name, string Sql)> statements)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var procedures = statements.ToList();
        foreach (var statement in Sources.Migrations.SelectMany(m => Parsed.Of(m.Sql)))
        {
            // A model holds what is created; a row that a migration writes is bound like any other statement.
            if (statement is CreateTableStatement or CreateIndexStatement)
            {
                model.AddObjects(statement.Text());
            }
            else
            {
                procedures.Add(("a migration", statement.Text()));
            }
        }

        foreach (var ((name, sql), i) in procedures.Select((p, i) => (p, i)))
        {
            var declared = Declaration().Matches(sql).Select(m => m.Value.Split(' ')[1]).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var parameters = Variable().Matches(sql).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).Where(v => !declared.Contains(v));
            var list = string.Join(", ", parameters.Select(p => $"{p} nvarchar(max)"));
            model.AddObjects($"CREATE PROCEDURE [{name} {i}] {list} AS\n{sql}");
        }

        return [.. model.Validate().Select(m => m.ToString()).Where(m => !OfTheSystem().IsMatch(m))];
    }

    [GeneratedRegex(@"(?<!@)@\w+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"DECLARE @\w+")]
    private static partial Regex Declaration();

    /// <summary>What every database of SQL Server brings along is not in the model.</summary>
    [GeneratedRegex(@"\[sys\]\.|\[INFORMATION_SCHEMA\]\.|sp_getapplock", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheSystem();
}
