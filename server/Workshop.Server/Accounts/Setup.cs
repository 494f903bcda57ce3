using Workshop.Server.Http;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>The one-time link that creates the first account. There is no default password.</summary>
sealed class Setup(SetupLinks links, Storage.Accounts accounts, TimeProvider clock)
{
    /// <summary>A new token for the link, which ends those printed before; null: there is an account, so nothing is to be set up.</summary>
    public async Task<string?> Renew(CancellationToken cancellation)
    {
        var token = Secrets.NewToken();
        return await links.Create(Secrets.HashOf(token), clock.GetUtcNow(), cancellation) ? token : null;
    }

    /// <summary>Whether there is no account yet.</summary>
    public async Task<bool> IsNeeded(CancellationToken cancellation) => !await accounts.Any(cancellation);

    /// <summary>Creates the first account. False: the link is not good, or no longer.</summary>
    public Task<bool> Use(string token, Account first, CancellationToken cancellation) => links.Use(Secrets.HashOf(token), first, cancellation);

    /// <summary>Whether the link is good.</summary>
    public Task<bool> IsGood(string token, CancellationToken cancellation) => links.IsGood(Secrets.HashOf(token), cancellation);
}
