using Workshop.Server.Health;
using Workshop.Server.Hub;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>
/// Looks every few seconds at the sign-ins of those who are connected, and ends the connections of those whose account has another
/// stamp or who have signed out, on whichever node: a socket would otherwise outlive its sign-in for as long as it stays open.
/// </summary>
sealed class StampWatch(Connections connections, Storage.Accounts accounts, EndedSignIns endings, Rounds rounds) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Every("check the sign-ins of those connected", () => Pause, Check, stoppingToken);

    async Task Check(CancellationToken cancellation)
    {
        var connected = connections.All.Select(c => c.Visitor.SignIn).OfType<SignInTicket>().ToHashSet();
        if (connected.Count > 0)
        {
            var stamps = await accounts.SecurityStamps([.. connected.Select(t => t.Account).Distinct()], cancellation);
            var ended = await endings.Among([.. connected.Select(SignIns.HashOf)], cancellation);
            connections.Abort(ticket => connected.Contains(ticket) && (stamps.GetValueOrDefault(ticket.Account) != ticket.Stamp || ended.Contains(SignIns.HashOf(ticket))));
        }
    }
}
