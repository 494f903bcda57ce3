using Dapper;
using Microsoft.Data.Sqlite;

namespace Workshop.Faults.Evidence;

/// <summary>What the database holds in the end, read with other code than the product's.</summary>
public sealed record Stored
{
    /// <summary>The log of the workshop, in the order of its places.</summary>
    public required ImmutableArray<Row> Log { get; init; }
    /// <summary>The columns of the tables of sealed boxes.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Columns { get; init; }
    /// <summary>Triggers, and columns that the database fills by itself.</summary>
    public required ImmutableArray<string> Automatic { get; init; }
    /// <summary>How many of the vote's roll have voted.</summary>
    public required long Voted { get; init; }
    /// <summary>Items that still lie in a box.</summary>
    public required long Items { get; init; }
    /// <summary>What SQLite finds wrong with the file; <c>ok</c>: nothing.</summary>
    public required string Integrity { get; init; }

    /// <summary>A row of the log.</summary>
    public sealed record Row(long Seq, long V, string Command, string Actor, long At, byte[] BodyHash, byte[] Events, byte[] Hash)
    {
        /// <summary>Its events.</summary>
        public IEnumerable<JsonElement> Happened => JsonDocument.Parse(Events).RootElement.EnumerateArray();
    }

    /// <summary>Reads it, after all nodes have stopped.</summary>
    public static async Task<Stored> Read(string database, string workshop, string vote)
    {
        await using var db = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        var log = await db.QueryAsync<Row>(
            """
            SELECT seq AS Seq, v AS V, command AS Command, actor AS Actor, at AS At, body_hash AS BodyHash, events AS Events, hash AS Hash
            FROM log WHERE workshop = @workshop ORDER BY seq
            """,
            new { workshop });
        var columns = await db.QueryAsync<(string Table, string Name)>(
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.name IN ('box', 'roll', 'item')");
        return new()
        {
            Log = [.. log],
            Columns = columns.GroupBy(c => c.Table, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(g => g.Key, g => g.Select(c => c.Name).Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal),
            Automatic = [.. await db.QueryAsync<string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('box', 'roll', 'item')")],
            Voted = await db.QuerySingleAsync<long>("SELECT COUNT(*) FROM roll WHERE box = @box AND voted <> 0", new { box = $"{workshop}/{vote}" }),
            Items = await db.QuerySingleAsync<long>("SELECT COUNT(*) FROM item"),
            Integrity = await db.QuerySingleAsync<string>("PRAGMA integrity_check(1)"),
        };
    }
}
