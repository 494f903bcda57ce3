using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Workshop.Core.People;

/// <summary>Decides and evolves who is in the workshop.</summary>
public static class PeopleDecider
{
    /// <summary>What a command comes to.</summary>
    public static Decision Decide(WorkshopState state, Asking asking, IPeopleCommand command) => command switch
    {
        JoinWorkshop c => Join(state, asking, c),
        LeaveWorkshop => Leave(state, asking.Person),
        ReturnToWorkshop => Return(state, asking.Person),
        MarkLeft c => Leave(state, c.Person),
        SetVotingRight c => state.People.Find(c.Person) switch
        {
            null => PeopleRejections.NoSuchPerson(),
            { } person when person.Votes == c.Votes => [],
            { } person => [new VotingRightSet(c.Person, c.Votes, person.Votes)],
        },
        SetLanguage c => state.People.Find(asking.Person) switch
        {
            null => PeopleRejections.NoSuchPerson(),
            _ when !Writing.IsTag(c.Language) => PeopleRejections.Language(),
            { } person when person.Language == c.Language => [],
            { } person => [new LanguageSet(person.Id, c.Language, person.Language)],
        },
        _ => throw new UnreachableException(command.GetType().Name),
    };

    static Decision Join(WorkshopState state, Asking asking, JoinWorkshop c)
    {
        var (name, rejection) = ReadName(c.Name);
        if (rejection is not null)
        {
            return rejection;
        }

        if (state.Agenda.Groups.FirstOrDefault(g => g.Id == c.Group) is not { } group)
        {
            return PeopleRejections.NoSuchGroup();
        }

        if (!Writing.IsTag(c.Language))
        {
            return PeopleRejections.Language();
        }

        if (state.People.All.Count >= Limits.People)
        {
            return PeopleRejections.TooMany(Limits.People);
        }

        var person = PersonId.Of(asking.Id.Value);
        var row = PersonRow.Of(person, 1, asking.Salt, new() { Name = FreeName(name, asking.People) });
        Decision joined = [new PersonJoined(person, row.Trace, Role.Participant, group.Votes, c.Language, group.Id)];
        return joined with { People = [row] };
    }

    static Decision Leave(WorkshopState state, PersonId person) => state.People.Find(person) switch
    {
        null => PeopleRejections.NoSuchPerson(),
        { Attendance: Attendance.Left } => [],
        _ => [new PersonLeft(person)],
    };

    static Decision Return(WorkshopState state, PersonId person) => state.People.Find(person) switch
    {
        null => PeopleRejections.NoSuchPerson(),
        { Attendance: Attendance.Present } => [],
        _ => [new PersonReturned(person)],
    };

    /// <summary>The people after an event.</summary>
    public static PeopleState Evolve(PeopleState people, IPeopleEvent happened) => happened switch
    {
        PersonJoined e => people with
        {
            All = people.All.SetItem(e.Person, new()
            {
                Id = e.Person,
                Role = e.Role,
                Votes = e.Votes,
                Language = e.Language,
                Group = e.Group,
            }),
        },
        PersonLeft e => people.With(e.Person, p => p with { Attendance = Attendance.Left }),
        PersonReturned e => people.With(e.Person, p => p with { Attendance = Attendance.Present }),
        VotingRightSet e => people.With(e.Person, p => p with { Votes = e.Votes }),
        LanguageSet e => people.With(e.Person, p => p with { Language = e.Language }),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>
    /// A name as the room can show it: one line, single spaces, without characters that are not seen (the joiners that some
    /// scripts need stay), accents composed so that two who look alike are alike, at least one letter or digit. Or why not.
    /// </summary>
    public static (string Name, Rejection? Rejection) ReadName(string raw)
    {
        var name = new StringBuilder();
        foreach (var rune in raw.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                _ = name.Length > 0 && name[^1] != ' ' ? name.Append(' ') : name;
            }
            else if (rune.Value is 0x200c or 0x200d || Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse))
            {
                name.Append(rune.ToString());
            }
        }

        var shown = name.ToString().Trim().Normalize();
        return !shown.EnumerateRunes().Any(Rune.IsLetterOrDigit) || raw.EnumerateRunes().Contains(Rune.ReplacementChar)
            ? (shown, PeopleRejections.Name())
            : new StringInfo(shown).LengthInTextElements > Limits.PersonName || Encoding.UTF8.GetByteCount(shown) > Limits.PersonName * Limits.BytesPerGraphemeOfName
                ? (shown, PeopleRejections.NameTooLong(Limits.PersonName))
                : Writing.HasPiledMarks(shown) ? (shown, PeopleRejections.Name())
                : (shown, null);
    }

    static string FreeName(string name, PeopleDirectory people)
    {
        var free = name;
        for (var n = 2; people.HasName(free); n++)
        {
            free = $"{name} ({n})";
        }

        return free;
    }
}

/// <summary>The words of the feature for its state.</summary>
public static class PeopleWords
{
    extension(PeopleState people)
    {
        /// <summary>With a person changed; without them, as it was.</summary>
        public PeopleState With(PersonId id, Func<Person, Person> change) =>
            people.Find(id) is { } person ? people with { All = people.All.SetItem(id, change(person)) } : people;
    }
}
