using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>The keys that cookies are protected with lie in the database, so that a restart or another node knows them.</summary>
sealed class KeyRing(DataProtectionKeys keys) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => keys.Load();

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => keys.Store(element, friendlyName);
}
