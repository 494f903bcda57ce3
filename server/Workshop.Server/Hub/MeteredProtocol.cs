using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Workshop.Server.Hub;

/// <summary>
/// SignalR's JSON, with a meter on everything that comes in: filters of the hub see only calls of methods that exist. A flood closes
/// its connection.
/// </summary>
sealed partial class MeteredProtocol(IHubProtocol json, Rate rate, TimeProvider clock, ILogger<MeteredProtocol> logger) : IHubProtocol
{
    /// <summary>What is no call of ours is dearer.</summary>
    const double Stray = 10;

    /// <summary>SignalR makes one binder for each connection, and shows the protocol nothing else of it.</summary>
    readonly ConditionalWeakTable<IInvocationBinder, Allowance> _allowances = [];

    /// <inheritdoc/>
    public string Name => json.Name;
    /// <inheritdoc/>
    public int Version => json.Version;
    /// <inheritdoc/>
    public TransferFormat TransferFormat => json.TransferFormat;
    /// <inheritdoc/>
    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);
    /// <inheritdoc/>
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);
    /// <inheritdoc/>
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    /// <inheritdoc/>
    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        var allowance = _allowances.GetValue(binder, _ => new(rate, clock));
        while (true)
        {
            var before = input.Length;
            if (json.TryParseMessage(ref input, binder, out message))
            {
                Charge(allowance, message is PingMessage or CloseMessage or InvocationMessage ? 1 : Stray);
                return true;
            }

            if (input.Length == before)
            {
                // The rest of it has not come yet.
                return false;
            }

            // Of a type that nobody knows: passed over, but not for nothing.
            Charge(allowance, Stray);
        }
    }

    void Charge(Allowance allowance, double cost)
    {
        if (!allowance.TryTake(cost))
        {
            LogFlood();
            throw new ConnectionAbortedException("Too many messages.");
        }
    }
}
