using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace Workshop.Bench.Peers;

/// <summary>Connections of one room's members, with a count of what comes in.</summary>
sealed class Wire
{
    long _received;

    /// <summary>How long a member keeps a connection that fetches nothing; browsers do so for some minutes.</summary>
    public static TimeSpan IdleHttp { get; } = TimeSpan.FromSeconds(4);

    /// <summary>Bytes that came in on all connections.</summary>
    public long Received => Volatile.Read(ref _received);

    /// <summary>A member's own HTTP connections, with the cookies of their browser.</summary>
    public HttpMessageInvoker Browser(CookieContainer cookies) => new(new SocketsHttpHandler
    {
        CookieContainer = cookies,
        PooledConnectionIdleTimeout = IdleHttp,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new Counted(this, new NetworkStream(socket, ownsSocket: true));
        },
    });

    sealed class Counted(Wire wire, Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Interlocked.Add(ref wire._received, read);
            return read;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A WebSocket that hands over whole messages, and sends one after another.</summary>
sealed class MessageSocket : IAsyncDisposable
{
    /// <summary>Called with each whole message, on one thread at a time.</summary>
    public delegate void Receive(ReadOnlySpan<byte> message);

    readonly ClientWebSocket _socket;
    readonly SemaphoreSlim _sending = new(1);
    readonly Receive _receive;
    readonly CancellationTokenSource _stop = new();
    readonly Task _reading;

    MessageSocket(ClientWebSocket socket, Receive receive)
    {
        (_socket, _receive) = (socket, receive);
        _reading = Read();
    }

    public static async Task<MessageSocket> Open(Uri address, string origin, HttpMessageInvoker browser, Receive receive, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await socket.ConnectAsync(address, browser, cancellation);
        return new(socket, receive);
    }

    public ValueTask Send(ReadOnlyMemory<byte> message) => Send(message, WebSocketMessageType.Text);

    public ValueTask SendBinary(ReadOnlyMemory<byte> message) => Send(message, WebSocketMessageType.Binary);

    async ValueTask Send(ReadOnlyMemory<byte> message, WebSocketMessageType type)
    {
        await _sending.WaitAsync(_stop.Token);
        try
        {
            await _socket.SendAsync(message, type, endOfMessage: true, _stop.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    async Task Read()
    {
        var buffer = new byte[4096];
        var length = 0;
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    throw new BenchException($"The server has closed a connection: {_socket.CloseStatusDescription}");
                }

                length += read.Count;
                if (read.EndOfMessage)
                {
                    _receive(buffer.AsSpan(0, length));
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * length);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (WebSocketException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            // The run notices what is missing; here is why.
            await Console.Error.WriteLineAsync($"A member's connection failed: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }
}
