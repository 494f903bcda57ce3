using Microsoft.Data.Sqlite;
using Workshop.Storage.Sqlite;
using Workshop.Storage.Tests.Contract;

namespace Workshop.Storage.Tests.Sqlite;

/// <summary>A data folder of its own. The first opening makes the database.</summary>
public sealed class SqliteUnderTest : IDatabaseUnderTest
{
    readonly List<Database> _open = [];

    public SqliteUnderTest(string? folder = null) =>
        Folder = folder ?? Directory.CreateTempSubdirectory("workshop-storage-").FullName;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, Database.FileName);

    public int Writers => 1;

    IDatabase IDatabaseUnderTest.Open() => Open();

    public Database Open()
    {
        var database = Database.Open(Folder);
        _open.Add(database);
        return database;
    }

    public IWorkshopLog OpenLog() => new WorkshopLog(Open());

    /// <summary>Closes every database opened here.</summary>
    public void Close()
    {
        _open.ForEach(d => d.Dispose());
        _open.Clear();
    }

    /// <summary>A connection of one's own, as an administrator's tool would have it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(Folder, recursive: true);
    }
}

public sealed class LogOnSqlite() : LogContract(new SqliteUnderTest());

public sealed class BoxesOnSqlite() : BoxContract(new SqliteUnderTest());

public sealed class OutsideTheLogOnSqlite() : OutsideTheLogContract(new SqliteUnderTest());
