using Workshop.Storage;

namespace Workshop.TSql.Tests;

public sealed class StatementTests
{
    [Fact]
    public void Every_statement_and_migration_is_read_by_the_grammar_of_SQL_Server()
    {
        Assert.NotEmpty(Sources.Migrations);
        Assert.All(Sources.Migrations.Concat(Sources.Statements), s => Assert.NotEmpty(Parsed.Of(s.Sql)));
        Assert.Throws<FormatException>(() => Parsed.Of("SELECT seq FROM log LIMIT 1"));
    }

    [Fact]
    public void Every_table_and_column_that_a_statement_names_is_in_the_schema() =>
        Assert.Empty(Schema.Complaints(Sources.Statements));

    [Theory]
    [InlineData("SELECT seqq FROM log", "seqq")]
    [InlineData("SELECT seq FROM logs", "logs")]
    [InlineData("INSERT INTO door (workshop, cod) VALUES (@Workshop, @Code)", "cod")]
    [InlineData("UPDATE box SET [open] = 0 WHERE bax = @Box", "bax")]
    [InlineData("SELECT stamp FROM account WHERE id IN (SELECT value COLLATE Latin1_General_BIN2 FROM OPENJSON(@Ids))", "stamp")]
    public void A_name_that_is_misspelt_is_found(string sql, string name) =>
        Assert.Contains(Schema.Complaints([("wrong", sql)]), c => c.Contains($"[{name}]", StringComparison.Ordinal));

    [Fact]
    public void Both_dialects_have_the_same_statements_in_the_same_order()
    {
        var names = Sources.NamesIn(typeof(IStatements)).ToList();

        Assert.NotEmpty(names);
        Assert.Equal(names, Sources.NamesIn(typeof(Storage.Sqlite.Statements)));
        Assert.Equal(names, Sources.NamesIn(typeof(Storage.SqlServer.Statements)));
    }
}
