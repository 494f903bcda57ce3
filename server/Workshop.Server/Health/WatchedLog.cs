using Workshop.Server.Telemetry;
using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>The log, whatever its dialect, with an eye on how its transactions go.</summary>
sealed class WatchedLog(IWorkshopLog log, StorageHealth storage, TimeProvider clock) : IWorkshopLog
{
    /// <inheritdoc/>
    public async Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        try
        {
            var isWritten = await log.Transact(workshop, work, cancellation);
            var took = clock.GetElapsedTime(start);
            storage.Wrote(took);
            Metrics.Transacted(took, isWritten ? "written" : "behind");
            return isWritten;
        }
        catch (StorageUnavailableException unavailable)
        {
            storage.Refused(unavailable.Code);
            Metrics.Transacted(clock.GetElapsedTime(start), unavailable.Code);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation) => log.ReadAfter(workshop, seq, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<WorkshopId, long>> Heads(IReadOnlyCollection<WorkshopId> workshops, CancellationToken cancellation) =>
        log.Heads(workshops, cancellation);

    /// <inheritdoc/>
    public Task<int> CountItems(WorkshopId workshop, string box, CancellationToken cancellation) => log.CountItems(workshop, box, cancellation);
}
