namespace Workshop.Storage;

/// <summary>An account's person in a workshop: what an account may do there is that person's role.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Workshop">Which workshop.</param>
/// <param name="Person">As whom.</param>
public sealed record MembershipRow(string Account, WorkshopId Workshop, PersonId Person);

/// <summary>The code that people type to join a workshop.</summary>
/// <param name="Workshop">Where it leads.</param>
/// <param name="Code">Nine ASCII digits without spaces, unique in the database.</param>
public sealed record DoorRow(WorkshopId Workshop, string Code);

/// <summary>A device that comes back as a person without an account. Only hashes of what the device holds are kept.</summary>
/// <param name="TokenHash">SHA-256 of the token in the cookie, 64 hex digits.</param>
/// <param name="Workshop">Where it is good.</param>
/// <param name="Person">As whom.</param>
/// <param name="JoinKeyHash">SHA-256 of the random key that the device joined with, 64 hex digits: who retries a join whose answer was lost proves it by this key.</param>
/// <param name="CreatedAt">When, UTC, whole milliseconds.</param>
public sealed record ParticipantSessionRow(
    string TokenHash, WorkshopId Workshop, PersonId Person, string? JoinKeyHash, DateTimeOffset CreatedAt);

/// <summary>Somebody who signs in. Only <see cref="Failures"/> and <see cref="DelayedUntil"/> are not written by an update.</summary>
public sealed class Account
{
    /// <summary>Stays as it is for ever.</summary>
    public required string Id { get; init; }

    /// <summary>The login name as it was typed.</summary>
    public required string Login { get; set; }

    /// <summary>The login name by which it is found; unique.</summary>
    public required string NormalizedLogin { get; set; }

    /// <summary>The name that others see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The language of the interface, a BCP 47 tag.</summary>
    public required string Language { get; set; }

    /// <summary>Null: nobody can sign in with a password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end the account's sessions.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>No password is tried before; null: at once.</summary>
    public DateTimeOffset? DelayedUntil { get; init; }

    /// <summary>Counts the updates, so that of two that start from the same one fails.</summary>
    public long Version { get; set; }

    /// <summary>When, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Somebody with a connection to a node.</summary>
/// <param name="Workshop">Where.</param>
/// <param name="Person">Who.</param>
public sealed record PresenceRow(WorkshopId Workshop, PersonId Person);
