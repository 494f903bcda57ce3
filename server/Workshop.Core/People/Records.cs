namespace Workshop.Core.People;

/// <summary>Whether a person is in the room; a lost connection does not count.</summary>
public enum Attendance
{
    /// <summary>Has arrived.</summary>
    Present,
    /// <summary>Has left.</summary>
    Left,
}

/// <summary>
/// A person, id <c>person:P</c>. In <c>public/now</c> once they have put their name to something (name and group only); in
/// <c>staff/now</c> always and whole.
/// </summary>
public sealed record PersonRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => $"person:{Person}";
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }
    /// <summary>Their name; absent once erased.</summary>
    public string? Name { get; init; }
    /// <summary>Their group.</summary>
    public GroupId? Group { get; init; }
    /// <summary>Their role.</summary>
    public required Role Role { get; init; }
    /// <summary>Staff only: whether they may vote.</summary>
    public bool? Votes { get; init; }
    /// <summary>Staff only: their language.</summary>
    public string? Language { get; init; }
    /// <summary>Staff only: whether they are in the room.</summary>
    public Attendance? Attendance { get; init; }
    /// <summary>Staff only: whether a vote opened now would have them as an elector.</summary>
    public bool? Elector { get; init; }
}

/// <summary>The reader, in <c>person:P/now</c>; id <c>me</c>.</summary>
public sealed record MeRecord : IRecord
{
    /// <inheritdoc/>
    public string Id => "me";
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }
    /// <summary>Their name as the room sees it.</summary>
    public string? Name { get; init; }
    /// <summary>Their role.</summary>
    public required Role Role { get; init; }
    /// <summary>Their group.</summary>
    public GroupId? Group { get; init; }
    /// <summary>The language of their interface.</summary>
    public required string Language { get; init; }
    /// <summary>Whether they may vote.</summary>
    public required bool Votes { get; init; }
    /// <summary>Whether they are in the room.</summary>
    public required Attendance Attendance { get; init; }
}
