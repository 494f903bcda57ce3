using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Workshop.TSql.Tests;

/// <summary>T-SQL as SQL Server's own grammar reads it.</summary>
static class Parsed
{
    /// <summary>The statements of a script; throws what does not parse.</summary>
    public static IReadOnlyList<TSqlStatement> Of(string sql)
    {
        var script = new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Count == 0
            ? [.. ((TSqlScript)script).Batches.SelectMany(b => b.Statements)]
            : throw new FormatException(string.Join('\n', errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")));
    }

    /// <summary>A statement as it was written.</summary>
    public static string Text(this TSqlFragment fragment) => string.Concat(
        fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));
}
