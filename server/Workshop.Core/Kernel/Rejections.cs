namespace Workshop.Core.Kernel;

/// <summary>Every way in which the table of rights refuses.</summary>
public static class RightsRejections
{
    /// <summary>The sender's role may not do that.</summary>
    public static Rejection NotAllowed() => Rejection.Of("workshop.not-allowed");
    /// <summary>The session was not opened yet.</summary>
    public static Rejection NotOpenYet() => Rejection.Of("workshop.not-open-yet");
    /// <summary>The session is closed.</summary>
    public static Rejection Closed() => Rejection.Of("workshop.closed");
}
