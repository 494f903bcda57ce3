namespace Workshop.Storage.Tests.Contract;

/// <summary>An empty database of one kind, which ends with its test.</summary>
public interface IDatabaseUnderTest : IDisposable
{
    /// <summary>How many calls it takes so that the next one has to wait; 0: none has to.</summary>
    int Writers { get; }

    /// <summary>Opens it, as another process would.</summary>
    IDatabase Open();

    /// <summary>The log as another process would have it: nothing is shared with earlier ones but the database.</summary>
    IWorkshopLog OpenLog();
}
