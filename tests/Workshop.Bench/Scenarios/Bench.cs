using Workshop.Bench.Machine;

namespace Workshop.Bench.Scenarios;

/// <summary>What every run needs.</summary>
/// <param name="Port">The port of the server under test.</param>
/// <param name="Probes">What watches the machine.</param>
/// <param name="Cancellation">Ends it.</param>
sealed record Bench(int Port, Probes Probes, CancellationToken Cancellation);
