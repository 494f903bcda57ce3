using System.Text.Json;

namespace Workshop.Storage;

/// <summary>Sign-ins that are over although their cookie is not: a copy of it must open nothing.</summary>
public sealed class EndedSignIns(IDatabase database)
{
    /// <summary>Ends a sign-in.</summary>
    /// <param name="sessionHash">SHA-256 of what tells this sign-in from others, 64 hex digits.</param>
    /// <param name="now">The time, UTC; what was kept until then is forgotten.</param>
    /// <param name="until">When its cookie ends by itself.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public Task End(string sessionHash, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) => database.Write(
        db =>
        {
            db.Db.Execute(database.Statements.ForgetEndedSignIns, new { Now = now.ToUnixTimeMilliseconds() });
            db.Db.Execute(database.Statements.EndSignIn, new { SessionHash = sessionHash, Until = until.ToUnixTimeMilliseconds() });
        },
        cancellation);

    /// <summary>Which of these are ended.</summary>
    public Task<IReadOnlySet<string>> Among(IReadOnlyCollection<string> sessionHashes, CancellationToken cancellation) => database.Read(
        async Task<IReadOnlySet<string>> (db) => (await db.QueryAsync<string>(
            new(database.Statements.EndedAmong, new { Hashes = JsonSerializer.Serialize(sessionHashes) }, cancellationToken: cancellation))).ToHashSet(StringComparer.Ordinal),
        cancellation);
}
