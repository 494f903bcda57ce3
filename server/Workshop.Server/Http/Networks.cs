using System.Net;
using System.Net.Sockets;

namespace Workshop.Server.Http;

/// <summary>What counts as one address where something is counted by address.</summary>
static class Networks
{
    /// <summary>An IPv4 address; of an IPv6 address its network: whoever has one of it has 2^64.</summary>
    public static IPAddress Of(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]),
        _ => address,
    };
}
