using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Workshop.Server.Tests.Rig;

/// <summary>A way to another port that can be made slow: every piece of data is held back for a time, in both directions.</summary>
sealed class SlowProxy : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _end = new();
    readonly ConcurrentBag<Task> _work = [];
    readonly int _to;

    public SlowProxy(int to)
    {
        _to = to;
        _listener.Start();
        _work.Add(Accept());
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long each piece is held back.</summary>
    public TimeSpan Delay { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_work);
        _end.Dispose();
    }

    async Task Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _work.Add(Carry(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    async Task Carry(TcpClient from)
    {
        using (from)
        {
            using var to = new TcpClient();
            try
            {
                await to.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
                await Task.WhenAny(Copy(from, to), Copy(to, from));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
            }
        }
    }

    async Task Copy(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var read)
            {
                if (Delay > TimeSpan.Zero)
                {
                    await Task.Delay(Delay, _end.Token);
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }
}
