namespace Workshop.Storage.Tests.Sqlite;

/// <summary>The schema of a live database: what isn't there can't tell who voted how.</summary>
public sealed class SchemaTests : IDisposable
{
    readonly SqliteUnderTest _database = new();

    public SchemaTests() => _database.Open();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("box", "box TEXT", "open INTEGER")]
    [InlineData("roll", "box TEXT", "person TEXT", "voted INTEGER")]
    [InlineData("item", "id TEXT", "box TEXT", "payload BLOB", "edit_hash TEXT")]
    public void A_sealed_table_has_these_columns_and_no_row_numbers(string table, params string[] columns)
    {
        using var db = _database.Connect();

        Assert.Equal(columns, db.Query<string>("SELECT name || ' ' || type FROM pragma_table_xinfo(@table)", new { table }));
        Assert.True(db.QuerySingle<bool>("SELECT wr FROM pragma_table_list WHERE name = @table", new { table }));
    }

    [Fact]
    public void Nothing_is_attached_to_a_sealed_table_that_could_keep_an_order_or_a_copy()
    {
        using var db = _database.Connect();

        Assert.Empty(db.Query("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"));
        Assert.Empty(db.Query("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('box', 'roll', 'item')"));
        Assert.Equal(["SchemaVersions"], db.Query<string>("SELECT name FROM sqlite_sequence"));
    }

    [Fact]
    public void Ballots_have_no_table_but_one()
    {
        using var db = _database.Connect();

        Assert.Equal(
            ["item"], db.Query<string>("SELECT t.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c WHERE c.name = 'payload'"));
        Assert.Equal(
            ["SchemaVersions", "account", "box", "data_protection_key", "door", "ended_sign_in", "item", "log", "membership", "outcome_action", "outcome_objective",
                "outcome_priority", "participant_session", "person", "presence", "reset_link", "roll", "schema_info", "setup_link"],
            db.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"));
    }
}
