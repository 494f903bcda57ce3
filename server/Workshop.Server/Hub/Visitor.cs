using Workshop.Server.Rooms;

namespace Workshop.Server.Hub;

/// <summary>As whom a browser connects.</summary>
enum Entrance
{
    /// <summary>By the cookie that joining gave.</summary>
    Person,
    /// <summary>By an account that is a member of the workshop.</summary>
    Staff,
    /// <summary>By such an account, but as a projector: sees what is public, sends nothing.</summary>
    Screen,
}

/// <summary>Who is at the other end of a connection, by their session and never by what they say.</summary>
/// <param name="Workshop">The only workshop that this connection reaches.</param>
/// <param name="Person">Who.</param>
/// <param name="By">How they came in.</param>
/// <param name="SignIn">The sign-in that let them in; null for participants.</param>
sealed record Visitor(WorkshopId Workshop, PersonId Person, Entrance By, SignInTicket? SignIn)
{
    /// <summary>As whom their commands are decided.</summary>
    public Sender Sender => By == Entrance.Screen ? Sender.ScreenOf(Person) : Sender.Of(Person);
}

/// <summary>A sign-in of an account.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Stamp">The account's security stamp at that time.</param>
/// <param name="Session">Which browser: signing out there ends its connections.</param>
sealed record SignInTicket(string Account, string Stamp, string Session);
