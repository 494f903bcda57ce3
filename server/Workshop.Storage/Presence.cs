using System.Text.Json;

namespace Workshop.Storage;

/// <summary>Who has a connection to which node. Nothing durable depends on it.</summary>
public sealed class Presence(IDatabase database)
{
    /// <summary>How old a row can be and still mean that somebody is there.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    /// <summary>Writes who is connected to a node now, in place of what it wrote before; drops what nodes that died have left.</summary>
    public Task Put(string node, IReadOnlyCollection<PresenceRow> people, DateTimeOffset now, CancellationToken cancellation) => database.Write(
        db =>
        {
            var at = now.ToUnixTimeMilliseconds();
            db.Db.Execute(database.Statements.ClearPresence, new { Node = node, Stale = (now - Fresh).ToUnixTimeMilliseconds() });
            db.Db.Execute(database.Statements.PutPresence, new
            {
                Node = node,
                At = at,
                People = JsonSerializer.Serialize(people.Select(p => new[] { p.Workshop.Value, p.Person.Value })),
            });
        },
        cancellation);

    /// <summary>Who is connected to any node, in these workshops.</summary>
    public Task<ILookup<WorkshopId, PersonId>> Read(IReadOnlyCollection<WorkshopId> workshops, DateTimeOffset now, CancellationToken cancellation) => database.Read(
        async db =>
        {
            var rows = await db.QueryAsync<(string Workshop, string Person)>(new(
                database.Statements.PresentSince,
                new { Since = (now - Fresh).ToUnixTimeMilliseconds(), Workshops = JsonSerializer.Serialize(workshops.Select(w => w.Value)) },
                cancellationToken: cancellation));
            return rows.ToLookup(r => WorkshopId.Of(r.Workshop), r => PersonId.Of(r.Person));
        },
        cancellation);
}
