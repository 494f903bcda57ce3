namespace Workshop.Storage;

/// <summary>The one-time links by which people whose password is lost choose a new one. Only hashes are kept.</summary>
public sealed class ResetLinks(IDatabase database)
{
    /// <summary>Keeps a link in place of the account's earlier one.</summary>
    /// <param name="account">Whose password.</param>
    /// <param name="tokenHash">SHA-256 of the token in the link, 64 hex digits.</param>
    /// <param name="until">How long it is good, UTC.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public Task<bool> Create(string account, string tokenHash, DateTimeOffset until, CancellationToken cancellation) => database.Write(
        db =>
        {
            db.Db.Execute(database.Statements.DeleteResetLink, new { Account = account });
            db.Db.Execute(database.Statements.CreateResetLink, new { Account = account, TokenHash = tokenHash, Until = until.ToUnixTimeMilliseconds() });
        },
        cancellation);

    /// <summary>The account whose link it is; null: it is not good, or no longer.</summary>
    public Task<string?> AccountOf(string tokenHash, DateTimeOffset now, CancellationToken cancellation) => database.Read(
        db => db.QuerySingleOrDefaultAsync<string?>(new(
            database.Statements.AccountOfResetLink, new { TokenHash = tokenHash, Now = now.ToUnixTimeMilliseconds() }, cancellationToken: cancellation)),
        cancellation);

    /// <summary>Writes the account with its new password and ends the link, at once. False: the link was used meanwhile, and nothing happened.</summary>
    public async Task<bool> Use(string tokenHash, DateTimeOffset now, Account account, CancellationToken cancellation)
    {
        var isGood = false;
        return await database.Write(
            db =>
            {
                isGood = db.Db.QuerySingleOrDefault<string?>(
                        database.Statements.AccountOfResetLink, new { TokenHash = tokenHash, Now = now.ToUnixTimeMilliseconds() }) == account.Id
                    && db.Db.Execute(database.Statements.UpdateAccount, account) == 1;
                if (isGood)
                {
                    db.Db.Execute(database.Statements.DeleteResetLink, new { Account = account.Id });
                    db.Db.Execute(database.Statements.ClearFailures, new { account.Id });
                }
            },
            cancellation) && isGood;
    }
}
