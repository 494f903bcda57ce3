using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workshop.Core.Kernel;

/// <summary>A row of the log: one command's events. <c>(workshop, seq)</c> is unique, and so is <c>(workshop, command)</c>.</summary>
public sealed record Commit
{
    /// <summary>The log format that this release writes: raised with each new event type or meaning.</summary>
    public const int Format = 1;

    /// <summary>Whose log.</summary>
    public required WorkshopId Workshop { get; init; }
    /// <summary>From 1, without gaps.</summary>
    public required long Seq { get; init; }
    /// <summary>The writer's log format.</summary>
    public required int V { get; init; }
    /// <summary>The command, made by the client.</summary>
    public required CommandId Command { get; init; }
    /// <summary>A person's id, <c>system</c> or <c>newcomer</c>.</summary>
    public required string Actor { get; init; }
    /// <summary>The database's time in UTC, whole milliseconds; never before that of the commit before.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>SHA-256 of the command's JSON, salted where it holds personal data: tells a retry from another command with the same id.</summary>
    public required ImmutableArray<byte> BodyHash { get; init; }
    /// <summary>The events as they were written: exact UTF-8 JSON of an array.</summary>
    public required ImmutableArray<byte> Events { get; init; }
    /// <summary>SHA-256 of the hash before and all the fields above.</summary>
    public required ImmutableArray<byte> Hash { get; init; }

    /// <summary>What the chain of hashes starts from: 32 zeros.</summary>
    public static ImmutableArray<byte> NoHash { get; } = [.. new byte[32]];

    /// <summary>Writes the next row of a log.</summary>
    /// <param name="workshop">Whose log.</param>
    /// <param name="seq">Its place.</param>
    /// <param name="previous">The hash of the row before.</param>
    /// <param name="asking">Who asked, and when.</param>
    /// <param name="bodyHash">See <see cref="HashOf"/>.</param>
    /// <param name="events">What happened; may be empty.</param>
    public static Commit Write(
        WorkshopId workshop,
        long seq,
        ImmutableArray<byte> previous,
        Asking asking,
        ImmutableArray<byte> bodyHash,
        ImmutableArray<IEvent> events)
    {
        var commit = new Commit
        {
            Workshop = workshop,
            Seq = seq,
            V = Format,
            Command = asking.Id,
            Actor = asking.Actor.LogName,
            At = new(asking.Now.UtcTicks - (asking.Now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero),
            BodyHash = bodyHash,
            Events = ImmutableArray.Create(JsonSerializer.SerializeToUtf8Bytes(events, Wire.Json.Log)),
            Hash = default,
        };
        return commit with { Hash = commit.ComputeHash(previous) };
    }

    /// <summary>The hash that this row must have behind <paramref name="previous"/>.</summary>
    public ImmutableArray<byte> ComputeHash(ImmutableArray<byte> previous)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous.AsSpan());
        Append(sha, Encoding.UTF8.GetBytes(Workshop.Value));
        Append(sha, Number(Seq));
        Append(sha, Number(V));
        Append(sha, Encoding.UTF8.GetBytes(Command.Value));
        Append(sha, Encoding.UTF8.GetBytes(Actor));
        Append(sha, Number(At.ToUnixTimeMilliseconds()));
        Append(sha, BodyHash.AsSpan());
        Append(sha, Events.AsSpan());
        return ImmutableArray.Create(sha.GetHashAndReset());
    }

    /// <summary>The events, read tolerantly.</summary>
    public ImmutableArray<Happened> Read()
    {
        var by = Actor is "system" or "newcomer" ? (PersonId?)null : PersonId.Of(Actor);
        var events = JsonSerializer.Deserialize<ImmutableArray<IEvent>>(Events.AsSpan(), Wire.Json.Log);
        return [.. events.Select(e => new Happened(e, Command, Seq, At, by))];
    }

    /// <summary>SHA-256 of a command's JSON and its sender; <paramref name="salt"/> where it holds personal data, else empty.</summary>
    public static ImmutableArray<byte> HashOf(ICommand command, Actor actor, ReadOnlySpan<byte> salt)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(sha, salt);
        Append(sha, Encoding.UTF8.GetBytes(actor.LogName));
        Append(sha, JsonSerializer.SerializeToUtf8Bytes(command, Wire.Json.Wire));
        return ImmutableArray.Create(sha.GetHashAndReset());
    }

    /// <summary>Each field with its length before it, so that no two rows spell the same bytes.</summary>
    static void Append(IncrementalHash sha, ReadOnlySpan<byte> field)
    {
        sha.AppendData(Number(field.Length));
        sha.AppendData(field);
    }

    static byte[] Number(long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
