using System.Security.Cryptography;
using System.Text;
using Workshop.Core.Agenda;
using Workshop.Core.Languages;

namespace Workshop.Storage.Tests;

/// <summary>Things that are valid and dull; a test says what matters about them.</summary>
static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 3, 17, 9, 0, 0, TimeSpan.Zero);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static WorkshopId Workshop() => WorkshopId.Of(Id());

    public static PersonId Person() => PersonId.Of(Id());

    public static string Id() => Guid.CreateVersion7().ToString();

    public static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The next commit of a log, behind <paramref name="previous"/>.</summary>
    public static Commit Commit(WorkshopId workshop, Commit? previous = null, string? command = null, params ImmutableArray<IEvent> events)
    {
        var asking = new Asking(Actor.System, CommandId.Of(command ?? Id()), Time, PeopleDirectory.Empty, []);
        return Core.Kernel.Commit.Write(
            workshop, (previous?.Seq ?? 0) + 1, previous?.Hash ?? Core.Kernel.Commit.NoHash, asking, [.. RandomNumberGenerator.GetBytes(32)],
            events.IsDefaultOrEmpty ? [new ActivityAdded(ActivityId.Of(Id()), Text.Of("kk", "Кедендік бақылау — «үш» қадам"), 20, new BrainstormSettings(), "a")] : events);
    }

    public static PersonRow Name(PersonId person, string name, int version = 1) =>
        PersonRow.Of(person, version, [.. RandomNumberGenerator.GetBytes(16)], new() { Name = name });

    public static SealedCast Cast(string box, PersonId voter, string? item = null, string payload = "{}", string? nextKey = null, string? key = null) =>
        new(box, voter, item ?? Hex(16), [.. Encoding.UTF8.GetBytes(payload)], HashOf(nextKey ?? Hex(16)), key);

    public static Account Account(string login = "aigerim") => new()
    {
        Id = Id(),
        Login = login,
        NormalizedLogin = login.ToUpperInvariant(),
        DisplayName = "Айгерім Сапарова",
        Language = "kk",
        PasswordHash = "AQAAAAIAA1…",
        SecurityStamp = Hex(16),
        CreatedAt = Time,
    };
}
