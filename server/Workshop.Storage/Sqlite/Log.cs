using System.Runtime.InteropServices;
using System.Text.Json;

namespace Workshop.Storage.Sqlite;

/// <summary>The logs in a SQLite database. It has one writer: calls of all workshops that wait share a transaction.</summary>
public sealed class SqliteLog(Database database) : IWorkshopLog
{
    /// <inheritdoc/>
    public Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation) => database.Read(
        async db =>
        {
            // One snapshot for both.
            await using var transaction = db.BeginTransaction(deferred: true);
            var after = new { Workshop = workshop.Value, Seq = seq };
            var commits = await db.QueryAsync<(long Seq, int V, string Command, string Actor, long At, byte[] BodyHash, byte[] Events, byte[] Hash)>(
                new(Statements.CommitsAfter, after, transaction, cancellationToken: cancellation));
            var people = await db.QueryAsync<(string Person, int Version, byte[] Salt, byte[]? Data)>(
                new(Statements.PeopleAfter, after, transaction, cancellationToken: cancellation));
            return new Tail(
                [.. commits.Select(c => new Commit
                {
                    Workshop = workshop,
                    Seq = c.Seq,
                    V = c.V,
                    Command = CommandId.Of(c.Command),
                    Actor = c.Actor,
                    At = DateTimeOffset.FromUnixTimeMilliseconds(c.At),
                    BodyHash = ImmutableCollectionsMarshal.AsImmutableArray(c.BodyHash),
                    Events = ImmutableCollectionsMarshal.AsImmutableArray(c.Events),
                    Hash = ImmutableCollectionsMarshal.AsImmutableArray(c.Hash),
                })],
                [.. people.Select(p => new PersonRow(
                    PersonId.Of(p.Person),
                    p.Version,
                    ImmutableCollectionsMarshal.AsImmutableArray(p.Salt),
                    p.Data is { } data ? ImmutableCollectionsMarshal.AsImmutableArray(data) : null))]);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<WorkshopId, long>> Heads(IReadOnlyCollection<WorkshopId> workshops, CancellationToken cancellation) => database.Read(
        async Task<IReadOnlyDictionary<WorkshopId, long>> (db) =>
        {
            var heads = await db.QueryAsync<(string Workshop, long Seq)>(new(
                Statements.Heads, new { Workshops = JsonSerializer.Serialize(workshops.Select(w => w.Value)) }, cancellationToken: cancellation));
            return heads.ToDictionary(h => WorkshopId.Of(h.Workshop), h => h.Seq);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation) => database.Writer.Write(
        db =>
        {
            var transaction = new WorkshopTransaction(workshop, db);
            work(transaction);
            transaction.WritePeople();
        },
        cancellation);

    /// <inheritdoc/>
    public Task<int> CountItems(WorkshopId workshop, string box, CancellationToken cancellation) => database.Read(
        db => db.QuerySingleAsync<int>(new(Statements.CountItems, new { Box = Boxes.Name(workshop, box) }, cancellationToken: cancellation)),
        cancellation);
}
