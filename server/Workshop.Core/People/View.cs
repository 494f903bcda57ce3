namespace Workshop.Core.People;

/// <summary>Who sees what of a person.</summary>
public static class PeopleView
{
    /// <summary>What an event touched.</summary>
    public static IEnumerable<Subject> TouchedBy(IPeopleEvent happened) =>
    [
        new(SubjectKind.Person, (happened switch
        {
            PersonJoined e => e.Person,
            PersonLeft e => e.Person,
            PersonReturned e => e.Person,
            VotingRightSet e => e.Person,
            LanguageSet e => e.Person,
            _ => default,
        }).Value),
    ];

    /// <summary>The records of a person: whole for staff, name and group for everyone once they have signed something, their own.</summary>
    public static IEnumerable<Projected> Of(WorkshopState state, PeopleDirectory people, PersonId id)
    {
        if (state.People.Find(id) is not { } person)
        {
            yield break;
        }

        var shown = new PersonRecord { Person = id, Name = people.NameOf(id), Group = person.Group, Role = person.Role };
        yield return new(View.StaffNow, shown with
        {
            Votes = person.Votes,
            Language = person.Language,
            Attendance = person.Attendance,
            Elector = person.IsElector,
        });
        if (person.HasSigned)
        {
            yield return new(View.PublicNow, shown);
        }

        yield return new(View.Of(id, "now"), new MeRecord
        {
            Person = id,
            Name = people.NameOf(id),
            Role = person.Role,
            Group = person.Group,
            Language = person.Language,
            Votes = person.Votes,
            Attendance = person.Attendance,
        });
    }
}
