using Workshop.Server.Hub;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>
/// Reads every five seconds the security stamps of the accounts that are connected, and ends the connections of those that have
/// changed: a socket would otherwise outlive its sign-in for as long as it stays open.
/// </summary>
sealed partial class StampWatch(Connections connections, Storage.Sqlite.Accounts accounts, TimeProvider clock, ILogger<StampWatch> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var connected = connections.All.Select(c => c.Visitor.SignIn?.Account).OfType<string>().ToHashSet(StringComparer.Ordinal);
            if (connected.Count == 0)
            {
                continue;
            }

            try
            {
                var stamps = await accounts.SecurityStamps(connected, stoppingToken);
                connections.Abort(ticket => connected.Contains(ticket.Account) && stamps.GetValueOrDefault(ticket.Account) != ticket.Stamp);
            }
            catch (StorageUnavailableException unavailable)
            {
                LogUnavailable(unavailable.Code);
            }
        }
    }
}
