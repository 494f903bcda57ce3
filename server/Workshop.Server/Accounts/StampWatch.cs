using Workshop.Server.Health;
using Workshop.Server.Hub;

namespace Workshop.Server.Accounts;

/// <summary>
/// Reads every five seconds the security stamps of the accounts that are connected, and ends the connections of those that have
/// changed: a socket would otherwise outlive its sign-in for as long as it stays open.
/// </summary>
sealed class StampWatch(Connections connections, Storage.Accounts accounts, Rounds rounds) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Every("check the sign-ins of those connected", () => Pause, Check, stoppingToken);

    async Task Check(CancellationToken cancellation)
    {
        var connected = connections.All.Select(c => c.Visitor.SignIn?.Account).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (connected.Count > 0)
        {
            var stamps = await accounts.SecurityStamps(connected, cancellation);
            connections.Abort(ticket => connected.Contains(ticket.Account) && stamps.GetValueOrDefault(ticket.Account) != ticket.Stamp);
        }
    }
}
