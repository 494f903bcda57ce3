namespace Workshop.Core.People;

/// <summary>Every way in which a command about people is refused.</summary>
public static class PeopleRejections
{
    /// <summary>A name of nothing that can be seen, or of characters that deceive.</summary>
    public static Rejection Name() => Rejection.Of("people.name");
    /// <summary>A name over 40 graphemes.</summary>
    public static Rejection NameTooLong(int most) => Rejection.Of("people.name-too-long", ("most", most));
    /// <summary>The workshop has no such group.</summary>
    public static Rejection NoSuchGroup() => Rejection.Of("people.no-such-group");
    /// <summary>The workshop has no such person.</summary>
    public static Rejection NoSuchPerson() => Rejection.Of("people.no-such-person");
    /// <summary>Not a language.</summary>
    public static Rejection Language() => Rejection.Of("people.language");
    /// <summary>Who has left must come back before contributing.</summary>
    public static Rejection HasLeft() => Rejection.Of("people.has-left");
    /// <summary>More people than a workshop takes.</summary>
    public static Rejection TooMany(int most) => Rejection.Of("people.too-many", ("most", most));
}
