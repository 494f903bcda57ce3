using Microsoft.Data.Sqlite;

namespace Workshop.Storage.Sqlite;

/// <summary>
/// The devices that come back as a person without an account. The first one of a person is written by
/// <see cref="IWorkshopTransaction.Put(ParticipantSessionRow)"/>, in the transaction in which they join.
/// </summary>
public sealed class ParticipantSessions(Database database)
{
    /// <summary>Whose token this is; null: nobody's.</summary>
    public Task<ParticipantSessionRow?> Find(string tokenHash, CancellationToken cancellation) => database.Read(
        async db => (await Query(db, new(Statements.ParticipantSessionByToken, new { TokenHash = tokenHash }, cancellationToken: cancellation)))
            .SingleOrDefault(),
        cancellation);

    /// <summary>All of a person, the oldest first.</summary>
    public Task<ImmutableArray<ParticipantSessionRow>> Of(WorkshopId workshop, PersonId person, CancellationToken cancellation) => database.Read(
        async db => (await Query(db, new(
            Statements.ParticipantSessionsOf, new { Workshop = workshop.Value, Person = person.Value }, cancellationToken: cancellation)))
            .ToImmutableArray(),
        cancellation);

    /// <summary>Lets one more device come back. False: the token is known already.</summary>
    public Task<bool> Create(ParticipantSessionRow row, CancellationToken cancellation) =>
        database.Writer.Write(db => Put(db.Sqlite, row), cancellation);

    /// <summary>Forgets a token.</summary>
    public Task Delete(string tokenHash, CancellationToken cancellation) => database.Writer.Write(
        db => db.Sqlite.Execute(Statements.DeleteParticipantSession, new { TokenHash = tokenHash }), cancellation);

    internal static void Put(SqliteConnection db, ParticipantSessionRow row) => db.Execute(Statements.PutParticipantSession, new
    {
        row.TokenHash,
        Workshop = row.Workshop.Value,
        Person = row.Person.Value,
        row.JoinKeyHash,
        CreatedAt = row.CreatedAt.ToUnixTimeMilliseconds(),
    });

    static async Task<IEnumerable<ParticipantSessionRow>> Query(SqliteConnection db, CommandDefinition command) =>
        (await db.QueryAsync<(string TokenHash, string Workshop, string Person, string? JoinKeyHash, long CreatedAt)>(command)).Select(r =>
            new ParticipantSessionRow(
                r.TokenHash, WorkshopId.Of(r.Workshop), PersonId.Of(r.Person), r.JoinKeyHash, DateTimeOffset.FromUnixTimeMilliseconds(r.CreatedAt)));
}
