using System.Diagnostics.Metrics;
using Workshop.Core.Wire;
using Workshop.Server.Health;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;

namespace Workshop.Server.Telemetry;

/// <summary>What is read when somebody asks.</summary>
sealed class Gauges(Connections connections, LoadedRooms rooms, StorageHealth storage, NodeHealth node) : IHostedService, IDisposable
{
    readonly Meter _meter = new(Metrics.Name);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meter.CreateObservableGauge("workshop.connections", () => connections.All.Count(), "{connection}", "Connections to this node's hub.");
        _meter.CreateObservableGauge("workshop.rooms", () => rooms.All.Count(), "{room}", "Workshops in this node's memory.");
        _meter.CreateObservableGauge("workshop.storage.trouble", Troubles, description: "1 for what keeps the server from saving now.");
        _meter.CreateObservableGauge("workshop.complaints", () => node.Complaints.Count, "{complaint}", "What /health names as not working until a restart.");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<int>> Troubles() => Enum.GetValues<StorageTrouble>().Select(
        kind => new Measurement<int>(storage.Trouble == kind ? 1 : 0, new KeyValuePair<string, object?>("kind", $"{kind}".ToLowerInvariant())));
}
