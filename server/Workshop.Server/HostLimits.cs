namespace Workshop.Server;

/// <summary>
/// What one client, person or address may take of a node. Rates and numbers of connections can be set: their defaults are in
/// <see cref="Hub.HubSettings"/>. How much fits into a workshop: <see cref="Limits"/>. The table for readers is in <c>PROTOCOL.md</c>.
/// </summary>
static class HostLimits
{
    /// <summary>Bytes of a request's body.</summary>
    public const int Body = 64 * 1024;
    /// <summary>Bytes of a message to the hub.</summary>
    public const int Message = 32 * 1024;
    /// <summary>Views of a connection: no client of ours shows so much at once.</summary>
    public const int Views = 64;
    /// <summary>Messages that wait for a slow client.</summary>
    public const int Waiting = 256;
    /// <summary>Their bytes.</summary>
    public const int WaitingBytes = 512 * 1024;

    /// <summary>For a request's headers to come.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);
    /// <summary>For a connection to shake hands.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(5);
    /// <summary>Between two whole messages of a client, its pings among them.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(25);
    /// <summary>For a client to take a message.</summary>
    public static readonly TimeSpan Send = TimeSpan.FromSeconds(5);

    /// <summary>Characters of a password, at least.</summary>
    public const int ShortestPassword = 12;
    /// <summary>Characters of a password, at most.</summary>
    public const int LongestPassword = 128;
    /// <summary>Wrong passwords of a login before it has to wait.</summary>
    public const int WrongPasswords = 5;
    /// <summary>The longest that a login waits: never a lock-out.</summary>
    public static readonly TimeSpan PasswordDelay = TimeSpan.FromMinutes(1);
    /// <summary>Passwords that are tried from one address: a hall's router has few people behind it who sign in.</summary>
    public static readonly Hub.Rate PasswordsPerAddress = new(0.5, 30);
    /// <summary>Passwords that wait to be tried.</summary>
    public const int PasswordsWaiting = 20;

    /// <summary>Wrong codes from one address in a minute; one more for each person who has joined from there in the last ten.</summary>
    public const int WrongCodes = 20;
    /// <summary>The same while the whole server sees too many.</summary>
    public const int WrongCodesUnderAttack = 3;
    /// <summary>Wrong codes at the whole server in a minute.</summary>
    public const int WrongCodesOnServer = 60;
    /// <summary>How long an address waits that had too many.</summary>
    public static readonly TimeSpan CodePenalty = TimeSpan.FromMinutes(5);

    /// <summary>Views that a person fetches.</summary>
    public static readonly Hub.Rate Readings = new(20, 300);
    /// <summary>Calls of <c>Join</c> by a connection; each looks at up to <see cref="Views"/> views.</summary>
    public static readonly Hub.Rate Joins = new(10, 60);
    /// <summary>Word files that a person fetches.</summary>
    public static readonly Hub.Rate Downloads = new(0.2, 10);
}
