namespace Workshop.Storage;

/// <summary>
/// The database could not be written, or read, just now, and trying again may help. Nothing was written, unless it is an
/// <see cref="OutcomeUnknownException"/>.
/// </summary>
public class StorageUnavailableException : Exception
{
    /// <summary>With the stable code of the refusal that people see: <c>storage.full</c> or <c>storage.busy</c>.</summary>
    public StorageUnavailableException(string code, Exception cause)
        : base(code, cause) => Code = code;

    /// <summary><c>storage.full</c> or <c>storage.busy</c>.</summary>
    public string Code { get; }
}

/// <summary>
/// The connection was lost, or fell silent, while COMMIT was on its way: everything of the call was written, or nothing, or it
/// will be in a moment. Trying the same again is safe where a key says that it is the same: a command's id, an item's.
/// </summary>
public sealed class OutcomeUnknownException : StorageUnavailableException
{
    /// <summary>With what happened.</summary>
    public OutcomeUnknownException(Exception cause)
        : base("storage.busy", cause)
    {
    }
}

/// <summary>
/// The database failed, by an I/O error above all. What was being written may or may not be there: only opening it anew tells, so
/// nothing more is written until a restart. The process should end with 75.
/// </summary>
public sealed class StorageFailedException : Exception
{
    /// <summary>With what the database said.</summary>
    public StorageFailedException(Exception cause)
        : base("The database failed; it must be opened anew.", cause)
    {
    }
}

/// <summary>The database can't be opened and was left as it was. The message is one sentence for whoever starts the server.</summary>
public sealed class DatabaseUnusableException : Exception
{
    /// <summary>With a sentence that says what is wrong and what to do.</summary>
    public DatabaseUnusableException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
