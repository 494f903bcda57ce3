using Microsoft.Data.SqlClient;
using Workshop.Storage.SqlServer;
using Workshop.Storage.Tests.Contract;

namespace Workshop.Storage.Tests.SqlServer;

/// <summary>
/// A database made for this run on the server that <c>WORKSHOP_SQLSERVER</c> names, and emptied for each test. The database that
/// the connection string names is left alone.
/// </summary>
public sealed class SqlServerUnderTest : IDatabaseUnderTest
{
    static readonly Lazy<string> Made = new(Make);

    readonly List<Database> _open = [];

    public SqlServerUnderTest()
    {
        Connection = Made.Value;
        Empty();
    }

    /// <summary>Whether there is a server to run on.</summary>
    public static bool IsThere => Environment.GetEnvironmentVariable("WORKSHOP_SQLSERVER") is { Length: > 0 };

    public int Writers => 0;

    /// <summary>The connection string.</summary>
    public string Connection { get; }

    IDatabase IDatabaseUnderTest.Open() => Open();

    /// <summary>Opens it, through another address if one is given.</summary>
    public Database Open(string? connection = null)
    {
        var database = Database.Open(connection ?? Connection);
        _open.Add(database);
        return database;
    }

    public IWorkshopLog OpenLog() => new WorkshopLog(Open());

    /// <summary>A connection of one's own, as an administrator's tool would have it.</summary>
    public SqlConnection Connect()
    {
        var connection = new SqlConnection(Connection);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        _open.ForEach(d => d.Dispose());
        _open.Clear();
    }

    /// <summary>A connection string to an empty database that is dropped when the run ends.</summary>
    public static string Make()
    {
        var server = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable("WORKSHOP_SQLSERVER"));
        var name = $"workshop_test_{Some.Hex(6)}";
        Execute(server.ConnectionString, $"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            SqlConnection.ClearAllPools();
            Execute(server.ConnectionString, $"DROP DATABASE {name}");
        };
        return new SqlConnectionStringBuilder(server.ConnectionString) { InitialCatalog = name }.ConnectionString;
    }

    void Empty()
    {
        Open().Dispose();
        using var db = Connect();
        foreach (var table in db.Query<string>(
            "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME NOT IN ('schema_info', 'SchemaVersions')"))
        {
            db.Execute($"DELETE FROM {table}");
        }
    }

    static void Execute(string connection, string sql)
    {
        using var db = new SqlConnection(connection);
        db.Open();
        db.Execute(sql);
    }
}

/// <summary>One database, one test at a time.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlServer
{
    public const string Name = "SQL Server";
}

[Collection(OnSqlServer.Name)]
public sealed class LogOnSqlServer() : LogContract(new SqlServerUnderTest());

[Collection(OnSqlServer.Name)]
public sealed class BoxesOnSqlServer() : BoxContract(new SqlServerUnderTest());

[Collection(OnSqlServer.Name)]
public sealed class OutsideTheLogOnSqlServer() : OutsideTheLogContract(new SqlServerUnderTest());
