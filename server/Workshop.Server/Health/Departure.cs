using System.Runtime.InteropServices;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;

namespace Workshop.Server.Health;

/// <summary>
/// How the process ends on a signal: nobody new is let in, everyone connected is told when to come back, and only then do sockets
/// close. SignalR on its own would drop them at once, and all would come back at once.
/// </summary>
sealed class Departure(IHostApplicationLifetime lifetime, NodeHealth health, LoadedRooms rooms, Connections connections, TimeProvider clock)
    : IHostLifetime, IDisposable
{
    static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    readonly List<PosixSignalRegistration> _signals = [];

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT })
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                _ = Task.Run(Leave, CancellationToken.None);
            }));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _signals.ForEach(s => s.Dispose());

    async Task Leave()
    {
        if (health.IsLeaving)
        {
            return;
        }

        health.IsLeaving = true;
        try
        {
            using var patience = new CancellationTokenSource(LongestFarewell, clock);
            foreach (var (_, room) in rooms.All)
            {
                await room.Post(new SayGoodbye(), patience.Token);
            }

            while (connections.All.Any())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), clock, patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever has not left by now is closed.
        }

        lifetime.StopApplication();
    }
}
