using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace Workshop.Saboteur.Bugs;

/// <summary>Whoever sends waits until the client has room for it.</summary>
sealed class AwaitFanOut : IHubFilter
{
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.Features.Get<IConnectionTransportFeature>() is { } connection)
        {
            connection.Transport = new Waiting(connection.Transport.Input, new WaitingWriter(connection.Transport.Output));
        }

        return next(context);
    }

    sealed record Waiting(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    sealed class WaitingWriter(PipeWriter right) : PipeWriter
    {
        public override void Advance(int bytes) => right.Advance(bytes);
        public override Memory<byte> GetMemory(int sizeHint = 0) => right.GetMemory(sizeHint);
        public override Span<byte> GetSpan(int sizeHint = 0) => right.GetSpan(sizeHint);
        public override void CancelPendingFlush() => right.CancelPendingFlush();
        public override void Complete(Exception? exception = null) => right.Complete(exception);
        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => Wait(right.FlushAsync(cancellationToken));
        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
            Wait(right.WriteAsync(source, cancellationToken));

        static ValueTask<FlushResult> Wait(ValueTask<FlushResult> flushed) => new(flushed.AsTask().GetAwaiter().GetResult());
    }
}
