using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;

namespace Workshop.Storage;

/// <summary>
/// The devices that come back as a person without an account. The first one of a person is written by
/// <see cref="IWorkshopTransaction.Put(ParticipantSessionRow)"/>, in the transaction in which they join.
/// </summary>
public sealed class ParticipantSessions(IDatabase database)
{
    /// <summary>
    /// A browser that comes in asks seven times within a second. What is deleted here is forgotten at once; what another node
    /// deletes is good for so long.
    /// </summary>
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    const int ManyRemembered = 1_000;

    readonly ConcurrentDictionary<string, (ParticipantSessionRow Row, long At)> _remembered = new(StringComparer.Ordinal);

    /// <summary>Whose token this is; null: nobody's.</summary>
    public async Task<ParticipantSessionRow?> Find(string tokenHash, CancellationToken cancellation)
    {
        if (_remembered.TryGetValue(tokenHash, out var found) && IsFresh(found.At))
        {
            return found.Row;
        }

        var at = Stopwatch.GetTimestamp();
        var row = await database.Read(
            async db => (await Query(db, new(database.Statements.ParticipantSessionByToken, new { TokenHash = tokenHash }, cancellationToken: cancellation)))
                .SingleOrDefault(),
            cancellation);
        if (row is not null)
        {
            Remember(row, at);
        }

        return row;
    }

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
    public async Task Delete(string tokenHash, CancellationToken cancellation)
    {
        await database.Write(db => db.Db.Execute(database.Statements.DeleteParticipantSession, new { TokenHash = tokenHash }), cancellation);
        _remembered.TryRemove(tokenHash, out _);
    }

    internal static void Put(IWriteConnection db, ParticipantSessionRow row) => db.Db.Execute(db.Statements.PutParticipantSession, new
    {
        row.TokenHash,
        Workshop = row.Workshop.Value,
        Person = row.Person.Value,
        row.JoinKeyHash,
        CreatedAt = row.CreatedAt.ToUnixTimeMilliseconds(),
    });

    static bool IsFresh(long at) => Stopwatch.GetElapsedTime(at) < Remembered;

    void Remember(ParticipantSessionRow row, long at)
    {
        if (_remembered.Count >= ManyRemembered)
        {
            foreach (var (tokenHash, found) in _remembered)
            {
                if (!IsFresh(found.At))
                {
                    _remembered.TryRemove(tokenHash, out _);
                }
            }
        }

        _remembered[row.TokenHash] = (row, at);
    }

    static async Task<IEnumerable<ParticipantSessionRow>> Query(DbConnection db, CommandDefinition command) =>
        (await db.QueryAsync<(string TokenHash, string Workshop, string Person, string? JoinKeyHash, long CreatedAt)>(command)).Select(r =>
            new ParticipantSessionRow(
                r.TokenHash, WorkshopId.Of(r.Workshop), PersonId.Of(r.Person), r.JoinKeyHash, DateTimeOffset.FromUnixTimeMilliseconds(r.CreatedAt)));
}
