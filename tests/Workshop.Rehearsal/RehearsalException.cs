namespace Workshop.Rehearsal;

/// <summary>The rehearsal can't go on; the message is one sentence for whoever started it.</summary>
public sealed class RehearsalException : Exception
{
    public RehearsalException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
