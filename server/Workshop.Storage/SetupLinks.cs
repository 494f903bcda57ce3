namespace Workshop.Storage;

/// <summary>The link that creates the first account, and ends with it. Only its hash is kept.</summary>
public sealed class SetupLinks(IDatabase database)
{
    /// <summary>Keeps a link in place of those before. False: there is an account, so that no link is good.</summary>
    /// <param name="tokenHash">SHA-256 of the token in the link, 64 hex digits.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task<bool> Create(string tokenHash, DateTimeOffset at, CancellationToken cancellation)
    {
        var rows = 0;
        return await database.Write(
            db =>
            {
                db.Db.Execute(database.Statements.DeleteSetupLinks);
                rows = db.Db.Execute(database.Statements.CreateSetupLink, new { TokenHash = tokenHash, CreatedAt = at.ToUnixTimeMilliseconds() });
            },
            cancellation) && rows == 1;
    }

    /// <summary>Whether the link is good.</summary>
    public Task<bool> IsGood(string tokenHash, CancellationToken cancellation) => database.Read(
        db => db.QuerySingleAsync<bool>(new(database.Statements.IsSetupLink, new { TokenHash = tokenHash }, cancellationToken: cancellation)), cancellation);

    /// <summary>Creates the first account and ends all links, at once. False: the link is not good, and nothing happened.</summary>
    public async Task<bool> Use(string tokenHash, Account first, CancellationToken cancellation)
    {
        var isGood = false;
        return await database.Write(
            db =>
            {
                isGood = db.Db.QuerySingle<bool>(database.Statements.IsSetupLink, new { TokenHash = tokenHash })
                    && !db.Db.QuerySingle<bool>(database.Statements.AnyAccount);

                // Of several at once one deletes it; the others wait for that, and find nothing.
                isGood = isGood && db.Db.Execute(database.Statements.DeleteSetupLinks) > 0;
                if (isGood)
                {
                    Accounts.Insert(db, first);
                }
            },
            cancellation) && isGood;
    }
}
