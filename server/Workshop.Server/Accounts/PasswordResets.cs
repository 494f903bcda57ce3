using Workshop.Server.Http;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>The operator's way to let somebody in whose password is lost: a link, good once and for a day, that nobody's mail carries.</summary>
sealed class PasswordResets(ResetLinks links, Storage.Accounts accounts, TimeProvider clock)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>A new token for the account with this login, which ends those before; null: there is no such account.</summary>
    public async Task<string?> NewToken(string login, CancellationToken cancellation)
    {
        if (await accounts.FindByLogin(Passwords.Normalize(login), cancellation) is not { } account)
        {
            return null;
        }

        var token = Secrets.NewToken();
        await links.Create(account.Id, Secrets.HashOf(token), clock.GetUtcNow() + Lifetime, cancellation);
        return token;
    }

    /// <summary>The account that the link is for; null: it is not good, or no longer.</summary>
    public async Task<Account?> AccountOf(string token, CancellationToken cancellation) =>
        await links.AccountOf(Secrets.HashOf(token), clock.GetUtcNow(), cancellation) is { } id ? await accounts.Find(id, cancellation) : null;

    /// <summary>Writes the account with its new password, and ends the link. False: it was used meanwhile.</summary>
    public Task<bool> Use(string token, Account account, CancellationToken cancellation) =>
        links.Use(Secrets.HashOf(token), clock.GetUtcNow(), account, cancellation);
}
