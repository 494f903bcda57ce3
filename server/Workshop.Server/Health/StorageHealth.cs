using Workshop.Core.Wire;

namespace Workshop.Server.Health;

/// <summary>How saving goes, by what the last transaction came to.</summary>
sealed partial class StorageHealth(ILogger<StorageHealth> logger)
{
    /// <summary>From here on people notice, and staff are told.</summary>
    static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    readonly Lock _gate = new();
    StorageTrouble? _trouble;

    /// <summary>What keeps us from saving; null: nothing does.</summary>
    public StorageTrouble? Trouble
    {
        get
        {
            lock (_gate)
            {
                return _trouble;
            }
        }
    }

    /// <summary>The same for whoever runs the server.</summary>
    public IEnumerable<string> Complaints => Trouble switch
    {
        null => [],
        StorageTrouble.Full => ["There is no room on the database's disk: nothing is saved until there is."],
        StorageTrouble.Busy => ["Another program holds the database: nothing is saved until it lets go."],
        _ => ["Saving takes more than two seconds."],
    };

    /// <summary>How long the last transaction took until it was durable; null: there was none.</summary>
    public TimeSpan? LastWrite { get; private set; }

    /// <summary>A transaction is durable.</summary>
    public void Wrote(TimeSpan took)
    {
        LastWrite = took;
        Become(took > Slow ? StorageTrouble.Slow : null);
    }

    /// <summary>A transaction was refused: <c>storage.full</c> or <c>storage.busy</c>.</summary>
    public void Refused(string code) => Become(code == "storage.full" ? StorageTrouble.Full : StorageTrouble.Busy);

    /// <summary>Logged once when it changes, not with each command.</summary>
    void Become(StorageTrouble? trouble)
    {
        lock (_gate)
        {
            if (_trouble == trouble)
            {
                return;
            }

            _trouble = trouble;
        }

        if (trouble is { } what)
        {
            LogTrouble(what);
        }
        else
        {
            LogWorks();
        }
    }
}
