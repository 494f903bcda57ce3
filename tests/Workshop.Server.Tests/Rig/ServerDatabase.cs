using System.Globalization;
using Microsoft.Data.SqlClient;
using Workshop.Storage;

namespace Workshop.Server.Tests.Rig;

/// <summary>
/// The database that belongs to a data folder: the file in it, or, where <c>WORKSHOP_SQLSERVER</c> names a server, a database of
/// the same name there, which is made when it is first needed. The one in the connection string is left alone.
/// </summary>
static class ServerDatabase
{
    static readonly string? Server = Environment.GetEnvironmentVariable("WORKSHOP_SQLSERVER") is { Length: > 0 } server ? server : null;

    /// <summary>The connection string for a server with this data folder; null: it uses the file.</summary>
    public static string? Connection(string data)
    {
        if (Server is null)
        {
            return null;
        }

        Execute($"IF DB_ID('{Name(data)}') IS NULL CREATE DATABASE {Name(data)}");
        return Own(data);
    }

    /// <summary>Opens it, as another process would.</summary>
    public static IDatabase Open(string data) =>
        Server is null ? Storage.Sqlite.Database.Open(data) : Storage.SqlServer.Database.Open(Own(data));

    /// <summary>Deletes it.</summary>
    public static void Delete(string data)
    {
        if (Server is not null)
        {
            SqlConnection.ClearAllPools();
            Execute($"IF DB_ID('{Name(data)}') IS NOT NULL DROP DATABASE {Name(data)}");
        }
        else if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
    }

    static string Own(string data) => new SqlConnectionStringBuilder(Server) { InitialCatalog = Name(data) }.ConnectionString;

    static string Name(string data) =>
        string.Create(CultureInfo.InvariantCulture, $"workshop_test_{new string([.. Path.GetFileName(data).Where(char.IsAsciiLetterOrDigit)])}");

    static void Execute(string sql)
    {
        using var db = new SqlConnection(Server);
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
