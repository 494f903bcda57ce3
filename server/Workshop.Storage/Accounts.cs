using System.Text.Json;

namespace Workshop.Storage;

/// <summary>Those who sign in: everything that a user store of ASP.NET Identity keeps of them.</summary>
public sealed class Accounts(IDatabase database)
{
    /// <summary>Null: there is none with this id.</summary>
    public Task<Account?> Find(string id, CancellationToken cancellation) =>
        Find(database.Statements.AccountById, new { Id = id }, cancellation);

    /// <summary>Null: there is none with this login name.</summary>
    public Task<Account?> FindByLogin(string normalizedLogin, CancellationToken cancellation) =>
        Find(database.Statements.AccountByLogin, new { NormalizedLogin = normalizedLogin }, cancellation);

    /// <summary>Whether there is any.</summary>
    public Task<bool> Any(CancellationToken cancellation) => database.Read(
        db => db.QuerySingleAsync<bool>(new(database.Statements.AnyAccount, cancellationToken: cancellation)), cancellation);

    /// <summary>False: the login name, or the id, is taken.</summary>
    public Task<bool> Create(Account account, CancellationToken cancellation) =>
        database.Write(db => Insert(db, account), cancellation);

    /// <summary>
    /// Writes all but the failures, and raises <see cref="Account.Version"/>. False: it was updated meanwhile, it is gone, or the
    /// login name is taken.
    /// </summary>
    public async Task<bool> Update(Account account, CancellationToken cancellation)
    {
        var rows = 0;
        var isWritten = await database.Write(db => rows = db.Db.Execute(database.Statements.UpdateAccount, account), cancellation) && rows == 1;
        account.Version += isWritten ? 1 : 0;
        return isWritten;
    }

    /// <summary>Counts a wrong password. Two at once are counted as two.</summary>
    /// <returns>How many there are now; 0: no such account.</returns>
    public async Task<int> AddFailure(string id, CancellationToken cancellation)
    {
        var failures = 0;
        await database.Write(db => failures = db.Db.QuerySingleOrDefault<int>(database.Statements.AddFailure, new { Id = id }), cancellation);
        return failures;
    }

    /// <summary>No password is tried before then.</summary>
    public Task Delay(string id, DateTimeOffset until, CancellationToken cancellation) => database.Write(
        db => db.Db.Execute(database.Statements.DelayAccount, new { Id = id, Until = until.ToUnixTimeMilliseconds() }), cancellation);

    /// <summary>After a right password: no failures, no delay.</summary>
    public Task ClearFailures(string id, CancellationToken cancellation) => database.Write(
        db => db.Db.Execute(database.Statements.ClearFailures, new { Id = id }), cancellation);

    /// <summary>The security stamps of those of these accounts that exist, by id.</summary>
    public Task<IReadOnlyDictionary<string, string>> SecurityStamps(IReadOnlyCollection<string> ids, CancellationToken cancellation) => database.Read(
        async Task<IReadOnlyDictionary<string, string>> (db) =>
        {
            var stamps = await db.QueryAsync<(string Id, string Stamp)>(
                new(database.Statements.SecurityStamps, new { Ids = JsonSerializer.Serialize(ids) }, cancellationToken: cancellation));
            return stamps.ToDictionary(s => s.Id, s => s.Stamp, StringComparer.Ordinal);
        },
        cancellation);

    internal static void Insert(IWriteConnection db, Account account) => db.Db.Execute(db.Statements.CreateAccount, new
    {
        account.Id,
        account.Login,
        account.NormalizedLogin,
        account.DisplayName,
        account.Language,
        account.PasswordHash,
        account.SecurityStamp,
        account.Version,
        CreatedAt = account.CreatedAt.ToUnixTimeMilliseconds(),
    });

    Task<Account?> Find(string statement, object key, CancellationToken cancellation) => database.Read(
        async db => (await db.QueryAsync<Row>(new(statement, key, cancellationToken: cancellation))).SingleOrDefault()?.ToAccount(), cancellation);

#pragma warning disable IDE1006, CA1812 // The parameters are named as the columns are; Dapper makes it.
    sealed record Row(
        string id, string login, string normalized_login, string display_name, string language, string? password_hash,
        string security_stamp, long failures, long? delayed_until, long version, long created_at)
    {
        public Account ToAccount() => new()
        {
            Id = id,
            Login = login,
            NormalizedLogin = normalized_login,
            DisplayName = display_name,
            Language = language,
            PasswordHash = password_hash,
            SecurityStamp = security_stamp,
            Failures = (int)failures,
            DelayedUntil = delayed_until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
            Version = version,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(created_at),
        };
    }
#pragma warning restore IDE1006, CA1812
}
