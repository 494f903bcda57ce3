using Dapper;
using Microsoft.Data.Sqlite;

namespace Workshop.Saboteur;

/// <summary>The database that the server was told to use, behind its back.</summary>
static class TheDatabase
{
    /// <summary>The newest commit of a workshop.</summary>
    public static (long Seq, ImmutableArray<byte> Hash) Head(WorkshopId workshop)
    {
        using var db = Open();
        var (seq, hash) = db.QuerySingle<(long, byte[])>("SELECT seq, hash FROM log WHERE workshop = @workshop ORDER BY seq DESC LIMIT 1", new { workshop = workshop.Value });
        return (seq, [.. hash]);
    }

    /// <summary>Gives ballots a time, if no other node has done so.</summary>
    public static void Stamp()
    {
        using var db = Open();
        if (db.QuerySingle<long>("SELECT COUNT(*) FROM pragma_table_info('item') WHERE name = 'at'") == 0)
        {
            db.Execute("""
                ALTER TABLE item ADD COLUMN at INTEGER;
                CREATE TRIGGER stamp AFTER INSERT ON item BEGIN UPDATE item SET at = unixepoch() WHERE box = NEW.box AND id = NEW.id; END;
                """);
        }
    }

    static SqliteConnection Open()
    {
        var args = Environment.GetCommandLineArgs();
        var db = new SqliteConnection($"Data Source={Path.Combine(args[Array.IndexOf(args, "--data") + 1], "workshop.db")};Pooling=False;Default Timeout=5");
        db.Open();
        return db;
    }
}
