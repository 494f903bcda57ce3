using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Workshop.TSql.Tests;

/// <summary>What isn't there can't tell who voted how.</summary>
public sealed class SealedTableTests
{
    static readonly IReadOnlyList<TSqlStatement> Migrations = [.. Sources.Migrations.SelectMany(m => Parsed.Of(m.Sql))];

    [Theory]
    [InlineData("box", "box nvarchar", "open bit")]
    [InlineData("roll", "box nvarchar", "person nvarchar", "voted bit")]
    [InlineData("item", "id nvarchar", "box nvarchar", "payload varbinary", "edit_hash nvarchar")]
    public void A_sealed_table_has_these_columns_and_neither_numbers_nor_times_of_its_own(string table, params string[] columns)
    {
        var definition = Migrations.OfType<CreateTableStatement>().Single(t => Name(t.SchemaObjectName) == table).Definition;

        Assert.Equal(columns, definition.ColumnDefinitions.Select(c => $"{c.ColumnIdentifier.Value} {Name(c.DataType.Name)}"));
        Assert.All(definition.ColumnDefinitions, c => Assert.Null(c.IdentityOptions));
        Assert.All(definition.ColumnDefinitions, c => Assert.Null(c.DefaultConstraint));
        Assert.True(Assert.IsType<UniqueConstraintDefinition>(Assert.Single(definition.TableConstraints)).IsPrimaryKey);
        Assert.Empty(definition.Indexes);
    }

    [Fact]
    public void Migrations_make_nothing_that_could_keep_an_order_or_a_copy() => Assert.All(Migrations, statement => Assert.True(statement switch
    {
        CreateTableStatement => true,
        CreateIndexStatement index => Name(index.OnName) is not ("box" or "roll" or "item"),
        InsertStatement insert => insert.InsertSpecification.Target is NamedTableReference { SchemaObject: var target } && Name(target) == "schema_info",
        UpdateStatement update => update.UpdateSpecification.Target is NamedTableReference { SchemaObject: var target } && Name(target) == "schema_info",
        _ => false,
    }));

    static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;
}
