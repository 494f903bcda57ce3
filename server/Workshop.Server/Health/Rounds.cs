using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>What is done again and again while the node runs. Storage may keep a round from being done; the next one makes up for it.</summary>
sealed partial class Rounds(TimeProvider clock, NodeHealth health, ILogger<Rounds> logger)
{
    /// <summary>Does a round, after each pause, until the node stops.</summary>
    /// <param name="what">What it is, for the log.</param>
    /// <param name="pause">How long to wait for the next one.</param>
    /// <param name="round">Must be safe to be left out.</param>
    /// <param name="stopping">The node stops.</param>
    public async Task Every(string what, Func<TimeSpan> pause, Func<CancellationToken, Task> round, CancellationToken stopping)
    {
        while (true)
        {
            await Task.Delay(pause(), clock, stopping);
            try
            {
                await round(stopping);
            }
            catch (StorageUnavailableException unavailable)
            {
                LogLeftOut(what, unavailable.Code);
            }
            catch (StorageFailedException failure)
            {
                health.Fail(failure);
            }
        }
    }
}
