using System.Runtime.InteropServices;
using System.Text.Json;

namespace Workshop.Storage;

/// <summary>The logs in a database.</summary>
public sealed class WorkshopLog(IDatabase database) : IWorkshopLog
{
    /// <inheritdoc/>
    public Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation) => database.Read(
        async db =>
        {
            // In this order: where the two are not of one moment, there may be a name too many, and none is missing.
            var after = new { Workshop = workshop.Value, Seq = seq };
            var commits = await db.QueryAsync<(long Seq, int V, string Command, string Actor, long At, byte[] BodyHash, byte[] Events, byte[] Hash)>(
                new(database.Statements.CommitsAfter, after, cancellationToken: cancellation));
            var people = await db.QueryAsync<(string Person, int Version, byte[] Salt, byte[]? Data)>(
                new(database.Statements.PeopleAfter, after, cancellationToken: cancellation));
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
        cancellation,
        isLong: seq == 0);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<WorkshopId, long>> Heads(IReadOnlyCollection<WorkshopId> workshops, CancellationToken cancellation) => database.Read(
        async Task<IReadOnlyDictionary<WorkshopId, long>> (db) =>
        {
            var heads = await db.QueryAsync<(string Workshop, long Seq)>(new(
                database.Statements.Heads, new { Workshops = JsonSerializer.Serialize(workshops.Select(w => w.Value)) }, cancellationToken: cancellation));
            return heads.ToDictionary(h => WorkshopId.Of(h.Workshop), h => h.Seq);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation) => database.Write(
        db =>
        {
            var transaction = new WorkshopTransaction(workshop, db);
            work(transaction);
            transaction.WritePeople();
        },
        cancellation);

    /// <inheritdoc/>
    public Task<int> CountItems(WorkshopId workshop, string box, CancellationToken cancellation) => database.Read(
        db => db.QuerySingleAsync<int>(new(database.Statements.CountItems, new { Box = Boxes.Name(workshop, box) }, cancellationToken: cancellation)),
        cancellation);
}
