namespace Workshop.Storage;

/// <summary>The codes that people join by. Written by <see cref="IWorkshopTransaction.Put(DoorRow)"/>.</summary>
public sealed class Doors(IDatabase database)
{
    /// <summary>Where a code leads; null: nowhere.</summary>
    public Task<WorkshopId?> Find(string code, CancellationToken cancellation) => database.Read(
        async db => await db.QuerySingleOrDefaultAsync<string>(new(database.Statements.DoorByCode, new { Code = code }, cancellationToken: cancellation))
            is { } workshop ? WorkshopId.Of(workshop) : (WorkshopId?)null,
        cancellation);

    /// <summary>A workshop's code; null: it has none.</summary>
    public Task<string?> CodeOf(WorkshopId workshop, CancellationToken cancellation) => database.Read(
        db => db.QuerySingleOrDefaultAsync<string>(new(database.Statements.CodeOf, new { Workshop = workshop.Value }, cancellationToken: cancellation)),
        cancellation);
}
