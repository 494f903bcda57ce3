using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Workshop.Storage.Tests.SqlServer;

/// <summary>The network between a node and the server, which a test can silence or cut. It carries plain text, so it knows a COMMIT when it sees one.</summary>
sealed class Wire : IDisposable
{
    static readonly byte[] Commit = Encoding.Unicode.GetBytes("COMMIT TRANSACTION");

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _over = new();
    readonly string _host;
    readonly int _port;

    public Wire(string connection)
    {
        var builder = new SqlConnectionStringBuilder(connection);
        (_host, _port) = builder.DataSource.Split(',') is [var host, var port]
            ? (host.Replace("tcp:", "", StringComparison.Ordinal), int.Parse(port))
            : (builder.DataSource, 1433);
        _listener.Start();
        builder.DataSource = $"127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port}";
        builder.Encrypt = SqlConnectionEncryptOption.Optional;
        Connection = builder.ConnectionString;
        _ = Accept();
    }

    /// <summary>The connection string that goes through here.</summary>
    public string Connection { get; }

    /// <summary>Whether nothing passes in either direction, as behind a firewall that drops packets.</summary>
    public bool IsSilent { get; set; }

    /// <summary>What happens to the next COMMIT: nothing, the answer to it is lost, or itself is.</summary>
    public Fate NextCommit { get; set; }

    /// <summary>How many commits had such a fate.</summary>
    public int Cut { get; private set; }

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
        _over.Dispose();
    }

    async Task Accept()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_over.Token);
            var server = new TcpClient();
            await server.ConnectAsync(_host, _port, _over.Token);
            _ = Carry(client, server, fromNode: true);
            _ = Carry(server, client, fromNode: false);
        }
    }

    async Task Carry(TcpClient from, TcpClient to, bool fromNode)
    {
        var buffer = new byte[65_536];
        try
        {
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer, _over.Token)) > 0)
            {
                while (IsSilent)
                {
                    await Task.Delay(20, _over.Token);
                }

                var fate = fromNode && buffer.AsSpan(0, count).IndexOf(Commit) >= 0 ? NextCommit : Fate.Passes;
                if (fate != Fate.ItselfIsLost)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _over.Token);
                }

                if (fate != Fate.Passes)
                {
                    NextCommit = Fate.Passes;
                    Cut++;
                    from.Client.Close(0);
                    await Task.Delay(fate == Fate.AnswerIsLost ? 300 : 0, _over.Token);
                    break;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The other direction has ended.
        }

        from.Dispose();
        to.Dispose();
    }
}

/// <summary>What the network does with a COMMIT.</summary>
enum Fate
{
    Passes,
    AnswerIsLost,
    ItselfIsLost,
}
