using Microsoft.AspNetCore.DataProtection;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>
/// Says at the start, loudly, when the keys of cookies are gone or can't be read: everyone with an account must sign in again then.
/// Participants do not notice, their tokens have nothing to do with these keys.
/// </summary>
sealed partial class KeyRingWatch(DataProtectionKeys stored, Storage.Accounts accounts, IDataProtectionProvider protection, ILogger<KeyRingWatch> logger) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var before = stored.Load().Count;
        if (before == 0 && await accounts.Any(cancellationToken))
        {
            LogGone();
        }

        // Using the ring makes a new key where none of the old ones can be used.
        protection.CreateProtector(nameof(KeyRingWatch)).Protect([]);
        if (before > 0 && stored.Load().Count > before)
        {
            LogUnused();
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
