using System.Runtime.InteropServices;
using Workshop.Server.Hub;

namespace Workshop.Server.Rooms;

/// <summary>
/// Puts together what goes to one connection at the same moment. A write costs far more than a message, and somebody's first card
/// changes two views that everyone has. Those who get the same messages share the bytes.
/// </summary>
static class Bundles
{
    /// <summary>One message for each connection, in the order of the deliveries.</summary>
    public static IReadOnlyCollection<KeyValuePair<Connection, Outgoing>> Of(IReadOnlyList<Delivery> deliveries)
    {
        if (deliveries is [var only])
        {
            return [.. only.To.Select(connection => KeyValuePair.Create(connection, only.Message))];
        }

        var bundles = new Dictionary<Connection, Outgoing>(deliveries.Count == 0 ? 0 : deliveries.Max(d => d.To.Count));
        var pairs = new Dictionary<(Outgoing First, Outgoing Then), Outgoing>();
        foreach (var (message, to) in deliveries)
        {
            foreach (var connection in to)
            {
                ref var bundle = ref CollectionsMarshal.GetValueRefOrAddDefault(bundles, connection, out _);
                bundle = bundle is null ? message : Pair(pairs, bundle, message);
            }
        }

        return bundles;
    }

    static Outgoing Pair(Dictionary<(Outgoing, Outgoing), Outgoing> pairs, Outgoing first, Outgoing then)
    {
        ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (first, then), out _);
        return pair ??= Outgoing.Together([first, then]);
    }
}
