using System.Data.Common;

namespace Workshop.Storage;

/// <summary>
/// The devices that come back as a person without an account. The first one of a person is written by
/// <see cref="IWorkshopTransaction.Put(ParticipantSessionRow)"/>, in the transaction in which they join.
/// </summary>
public sealed class ParticipantSessions(IDatabase database)
{
    /// <summary>Whose token this is; null: nobody's.</summary>
    public Task<ParticipantSessionRow?> Find(string tokenHash, CancellationToken cancellation) => database.Read(
        async db => (await Query(db, new(database.Statements.ParticipantSessionByToken, new { TokenHash = tokenHash }, cancellationToken: cancellation)))
            .SingleOrDefault(),
        cancellation);

    /// <summary>All of a person, the oldest first.</summary>
    public Task<ImmutableArray<ParticipantSessionRow>> Of(WorkshopId workshop, PersonId person, CancellationToken cancellation) => database.Read(
        async db => (await Query(db, new(
            database.Statements.ParticipantSessionsOf, new { Workshop = workshop.Value, Person = person.Value }, cancellationToken: cancellation)))
            .ToImmutableArray(),
        cancellation);

    /// <summary>Lets one more device come back. False: the token is known already.</summary>
    public Task<bool> Create(ParticipantSessionRow row, CancellationToken cancellation) =>
        database.Write(db => Put(db, row), cancellation);

    /// <summary>Forgets a token.</summary>
    public Task Delete(string tokenHash, CancellationToken cancellation) => database.Write(
        db => db.Db.Execute(database.Statements.DeleteParticipantSession, new { TokenHash = tokenHash }), cancellation);

    internal static void Put(IWriteConnection db, ParticipantSessionRow row) => db.Db.Execute(db.Statements.PutParticipantSession, new
    {
        row.TokenHash,
        Workshop = row.Workshop.Value,
        Person = row.Person.Value,
        row.JoinKeyHash,
        CreatedAt = row.CreatedAt.ToUnixTimeMilliseconds(),
    });

    static async Task<IEnumerable<ParticipantSessionRow>> Query(DbConnection db, CommandDefinition command) =>
        (await db.QueryAsync<(string TokenHash, string Workshop, string Person, string? JoinKeyHash, long CreatedAt)>(command)).Select(r =>
            new ParticipantSessionRow(
                r.TokenHash, WorkshopId.Of(r.Workshop), PersonId.Of(r.Person), r.JoinKeyHash, DateTimeOffset.FromUnixTimeMilliseconds(r.CreatedAt)));
}
