using System.Xml.Linq;

namespace Workshop.Storage;

/// <summary>The keys that cookies are protected with, as XML. Synchronous, since that is how ASP.NET Core asks for them.</summary>
public sealed class DataProtectionKeys(IDatabase database)
{
    /// <summary>All of them.</summary>
    public IReadOnlyCollection<XElement> Load() =>
        [.. database.Read(db => db.QueryAsync<string>(database.Statements.DataProtectionKeys), CancellationToken.None).GetAwaiter().GetResult().Select(xml => XElement.Parse(xml, LoadOptions.PreserveWhitespace))];

    /// <summary>Keeps one more, under a name of its own.</summary>
    public void Store(XElement key, string name) => database
        .Write(db => db.Db.Execute(database.Statements.PutDataProtectionKey, new { Name = name, Xml = key.ToString(SaveOptions.DisableFormatting) }), CancellationToken.None)
        .GetAwaiter().GetResult();
}
