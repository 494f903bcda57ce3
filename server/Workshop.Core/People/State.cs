namespace Workshop.Core.People;

/// <summary>Who is in the workshop. Their names lie beside the log.</summary>
public sealed record PeopleState
{
    /// <summary>Nobody.</summary>
    public static PeopleState Empty { get; } = new();

    /// <summary>Everyone, those who have left among them.</summary>
    public ImmutableDictionary<PersonId, Person> All { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    /// <summary>The person with this id.</summary>
    public Person? Find(PersonId id) => All.GetValueOrDefault(id);
}

/// <summary>A person of the workshop.</summary>
public sealed record Person
{
    /// <summary>Who.</summary>
    public required PersonId Id { get; init; }
    /// <summary>Their role.</summary>
    public required Role Role { get; init; }
    /// <summary>Whether they may vote.</summary>
    public required bool Votes { get; init; }
    /// <summary>The language of their interface.</summary>
    public required string Language { get; init; }
    /// <summary>Their group; staff may have none.</summary>
    public GroupId? Group { get; init; }
    /// <summary>Whether they are in the room.</summary>
    public Attendance Attendance { get; init; } = Attendance.Present;
    /// <summary>Whether they have put their name to something that everyone sees.</summary>
    public bool HasSigned { get; init; }

    /// <summary>Whether a vote opened now would have them as an elector.</summary>
    public bool IsElector => Votes && Attendance == Attendance.Present;
}
