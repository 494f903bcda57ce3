namespace Workshop.Server.Rooms;

/// <summary>The refusals that are the server's own, not a feature's.</summary>
static class ServerRejections
{
    /// <summary>The id is that of another command.</summary>
    public static Rejection IdReused() => Rejection.Of("command.id-reused");
    /// <summary>Not a command, or an id that is none.</summary>
    public static Rejection Malformed() => Rejection.Of("command.malformed");
    /// <summary>A fault of ours; the log has it under the same number.</summary>
    public static Rejection Fault(string number) => Rejection.Of("server.fault", ("number", number));
    /// <summary>More commands wait than the room takes.</summary>
    public static Rejection Busy() => Rejection.Of("server.busy") with { Retry = true };
    /// <summary>The sender writes faster than anyone can.</summary>
    public static Rejection SlowDown() => Rejection.Of("server.slow-down") with { Retry = true };
    /// <summary>The storage could not be written just now: <c>storage.busy</c> or <c>storage.full</c>.</summary>
    public static Rejection Storage(string code) => Rejection.Of(code) with { Retry = true };
    /// <summary>A newer release has written this workshop.</summary>
    public static Rejection NewerVersion() => Rejection.Of("workshop.newer-version");
    /// <summary>The sender is no person of this workshop.</summary>
    public static Rejection NotAllowed() => Rejection.Of("workshop.not-allowed");
}
