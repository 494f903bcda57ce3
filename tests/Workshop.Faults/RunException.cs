namespace Workshop.Faults;

/// <summary>The run could not be held; the message says why in one sentence.</summary>
public sealed class RunException(string message, Exception? cause = null) : Exception(message, cause);
