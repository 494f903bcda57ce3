namespace Workshop.Storage;

/// <summary>Which account is whom in which workshop. Written by <see cref="IWorkshopTransaction.Put(MembershipRow)"/>.</summary>
public sealed class Memberships(IDatabase database)
{
    /// <summary>The account's person in a workshop; null: none.</summary>
    public Task<PersonId?> Find(string account, WorkshopId workshop, CancellationToken cancellation) => database.Read(
        async db => await db.QuerySingleOrDefaultAsync<string>(new(
            database.Statements.MembershipIn, new { Account = account, Workshop = workshop.Value }, cancellationToken: cancellation))
            is { } person ? PersonId.Of(person) : (PersonId?)null,
        cancellation);

    /// <summary>All of an account, the newest workshop first.</summary>
    public Task<ImmutableArray<MembershipRow>> Of(string account, CancellationToken cancellation) => database.Read(
        async db =>
        {
            var rows = await db.QueryAsync<(string Workshop, string Person)>(
                new(database.Statements.MembershipsOf, new { Account = account }, cancellationToken: cancellation));
            return rows.Select(r => new MembershipRow(account, WorkshopId.Of(r.Workshop), PersonId.Of(r.Person))).ToImmutableArray();
        },
        cancellation);
}
