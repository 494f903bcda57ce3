using System.Xml.Linq;

namespace Workshop.Storage.Sqlite;

/// <summary>The keys that cookies are protected with, as XML. Synchronous, since that is how ASP.NET Core asks for them.</summary>
public sealed class DataProtectionKeys(Database database)
{
    /// <summary>All of them.</summary>
    public IReadOnlyCollection<XElement> Load() =>
        [.. database.Read(db => db.QueryAsync<string>(Statements.DataProtectionKeys), CancellationToken.None).GetAwaiter().GetResult().Select(xml => XElement.Parse(xml, LoadOptions.PreserveWhitespace))];

    /// <summary>Keeps one more, under a name of its own.</summary>
    public void Store(XElement key, string name) => database.Writer
        .Write(db => db.Sqlite.Execute(Statements.PutDataProtectionKey, new { Name = name, Xml = key.ToString(SaveOptions.DisableFormatting) }), CancellationToken.None)
        .GetAwaiter().GetResult();
}
