namespace Workshop.Core.People;

/// <summary>What happened to the people of a workshop.</summary>
public interface IPeopleEvent : IEvent;

/// <summary>A person is in the workshop and has arrived. Their name lies beside the log; <paramref name="Trace"/> proves it.</summary>
public sealed record PersonJoined(
    PersonId Person,
    PersonalTrace Trace,
    Role Role,
    bool Votes,
    string Language,
    GroupId? Group) : IPeopleEvent;

/// <summary>A person has left the room.</summary>
public sealed record PersonLeft(PersonId Person) : IPeopleEvent;

/// <summary>A person is back in the room.</summary>
public sealed record PersonReturned(PersonId Person) : IPeopleEvent;

/// <summary>A person has or has not the right to vote.</summary>
public sealed record VotingRightSet(PersonId Person, bool Votes, bool From) : IPeopleEvent;

/// <summary>A person reads in another language.</summary>
public sealed record LanguageSet(PersonId Person, string Language, string From) : IPeopleEvent;
