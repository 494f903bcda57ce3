using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workshop.Core.Kernel;

/// <summary>What identifies a person. It never enters the log, so that it can be erased without breaking the chain of hashes.</summary>
public sealed record PersonalData
{
    /// <summary>The name as shown, unique within the workshop.</summary>
    public required string Name { get; init; }
}

/// <summary>The trace of personal data in the log: which version, and a salted hash that proves it.</summary>
/// <param name="Version">From 1; a changed name is a new version.</param>
/// <param name="Hash">SHA-256(salt + data), 64 hex digits.</param>
public sealed record PersonalTrace(int Version, string Hash);

/// <summary>A row of the table <c>person</c>: written in the commit's transaction, read together with the tail.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Version">The version that the event names.</param>
/// <param name="Salt">16 random bytes.</param>
/// <param name="Data">UTF-8 JSON of <see cref="PersonalData"/>; null once erased.</param>
public sealed record PersonRow(PersonId Person, int Version, ImmutableArray<byte> Salt, ImmutableArray<byte>? Data)
{
    /// <summary>Seals personal data with a salt.</summary>
    public static PersonRow Of(PersonId person, int version, ImmutableArray<byte> salt, PersonalData data) =>
        new(person, version, salt, ImmutableArray.Create(JsonSerializer.SerializeToUtf8Bytes(data, Wire.Json.Log)));

    /// <summary>What the event keeps of it.</summary>
    public PersonalTrace Trace => new(Version, Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Data ?? []])));

    /// <summary>The data, or null once erased.</summary>
    public PersonalData? Read() => Data is { } data ? JsonSerializer.Deserialize<PersonalData>(data.AsSpan(), Wire.Json.Log) : null;
}

/// <summary>The names of a workshop's people, beside its state: the newest version of each.</summary>
public sealed class PeopleDirectory
{
    /// <summary>Nobody.</summary>
    public static PeopleDirectory Empty { get; } = new([], [], []);

    readonly ImmutableDictionary<PersonId, PersonalData> _people;
    readonly ImmutableDictionary<PersonId, ImmutableArray<byte>> _salts;
    readonly ImmutableDictionary<PersonId, string> _skeletons;

    PeopleDirectory(
        ImmutableDictionary<PersonId, PersonalData> people,
        ImmutableDictionary<PersonId, ImmutableArray<byte>> salts,
        ImmutableDictionary<PersonId, string> skeletons)
    {
        _people = people;
        _salts = salts;
        _skeletons = skeletons;
    }

    /// <summary>The person's name; null if erased or unknown.</summary>
    public string? NameOf(PersonId person) => _people.GetValueOrDefault(person)?.Name;

    /// <summary>Whether somebody bears this name, or one that is drawn like it: another case, a letter of another alphabet.</summary>
    public bool HasName(string name) => _skeletons.ContainsValue(Lookalikes.SkeletonOf(name));

    /// <summary>The salt with which the command that brought the person in was hashed; null if erased or unknown.</summary>
    public ImmutableArray<byte>? SaltOf(PersonId person) => _salts.TryGetValue(person, out var salt) ? salt : null;

    /// <summary>With these rows put in, in order.</summary>
    public PeopleDirectory With(IEnumerable<PersonRow> rows)
    {
        var people = _people.ToBuilder();
        var salts = _salts.ToBuilder();
        var skeletons = _skeletons.ToBuilder();
        foreach (var row in rows)
        {
            if (row.Read() is { } data)
            {
                people[row.Person] = data;
                skeletons[row.Person] = Lookalikes.SkeletonOf(data.Name);
                salts.TryAdd(row.Person, row.Salt);
            }
            else
            {
                people.Remove(row.Person);
                salts.Remove(row.Person);
                skeletons.Remove(row.Person);
            }
        }

        return new(people.ToImmutable(), salts.ToImmutable(), skeletons.ToImmutable());
    }
}
