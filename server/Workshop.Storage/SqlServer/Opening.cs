using System.Reflection;
using DbUp;
using Microsoft.Data.SqlClient;

namespace Workshop.Storage.SqlServer;

/// <summary>Makes sure that a database of SQL Server is a usable one of ours, or refuses it and leaves it as it was.</summary>
static class Opening
{
    static readonly Statements Dialect = new();

    /// <summary>Checks and migrates. Nodes that start at once wait for one another.</summary>
    public static void Prepare(string connection)
    {
        try
        {
            using var db = new SqlConnection(connection);
            db.Open();
            Inspect(db);
            if (Upgrade(connection).IsUpgradeRequired())
            {
                if (db.QuerySingle<int>(Statements.LockMigrations, commandTimeout: 65) < 0)
                {
                    throw new DatabaseUnusableException($"Another node has been changing the database {db.Database} for a minute: start again when it has ended.");
                }

                Migrate(connection, db.Database);
                Inspect(db);
            }
        }
        catch (SqlException e)
        {
            throw Unusable(e);
        }
    }

    static void Inspect(SqlConnection db)
    {
        if (db.QuerySingle<int>(Statements.DelayedDurability) != 0)
        {
            throw new DatabaseUnusableException(
                $"The database {db.Database} may acknowledge what is not on the disk yet: ALTER DATABASE [{db.Database}] SET DELAYED_DURABILITY = DISABLED.");
        }

        if (!db.QuerySingle<bool>(Statements.IsOurs))
        {
            if (!db.QuerySingle<bool>(Statements.IsEmpty))
            {
                throw new DatabaseUnusableException($"The database {db.Database} is that of another program: make an empty one for Workshop.");
            }

            return;
        }

        var oldest = db.QuerySingle<string>(Dialect.OldestRelease);
        if (!Version.TryParse(oldest, out var version) || version > Sqlite.Opening.Release)
        {
            throw new DatabaseUnusableException(
                $"The database {db.Database} needs Workshop {oldest} or later, this is {Sqlite.Opening.Release.ToString(3)}: start a newer release.");
        }
    }

    static DbUp.Engine.UpgradeEngine Upgrade(string connection) => DeployChanges.To
        .SqlDatabase(connection)
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.Contains(".SqlServer.Migrations.", StringComparison.Ordinal))
        .WithVariablesDisabled()
        .WithTransactionPerScript()
        .LogToNowhere()
        .Build();

    static void Migrate(string connection, string database)
    {
        var result = Upgrade(connection).PerformUpgrade();
        if (!result.Successful)
        {
            throw new DatabaseUnusableException(
                $"The database {database} could not be brought to this release ({Line(result.Error)}): start once with --migrate as a user who may create tables; it is as it was after the last step that succeeded.",
                result.Error);
        }
    }

    static DatabaseUnusableException Unusable(SqlException e) => new(
        e.Number switch
        {
            18456 => $"The user may not sign in to SQL Server: check the name and the password. ({Line(e)})",
            4060 => $"There is no such database, or the user may not use it: make it first. ({Line(e)})",
            229 => $"The user may not read and write the tables: add it to db_datareader and db_datawriter. ({Line(e)})",
            _ => $"SQL Server can't be used: {Line(e)}",
        },
        e);

    static string Line(Exception e) => e.Message.ReplaceLineEndings(" ");
}
