using Workshop.Server.Rooms;

namespace Workshop.Server.Hub;

/// <summary>What clients call. Knows who asks, and decides nothing.</summary>
sealed class WorkshopHub(LoadedRooms rooms) : Microsoft.AspNetCore.SignalR.Hub
{
    Connection Caller => Connection.Of(Context);

    /// <summary>Takes a command; its answer is a message <c>ack</c>.</summary>
    /// <param name="id">A UUID of the client's, in lower case; the same for every retry.</param>
    /// <param name="received">The command.</param>
    public async Task Send(string id, Received received)
    {
        var caller = Caller;
        var ask = new Ask(caller.Visitor.Sender, CommandId.Of(id ?? ""), received.Command!, ack => caller.Send(Outgoing.Ack(ack)));
        if (!caller.Writes.TryTake())
        {
            ask.Refuse(ServerRejections.SlowDown());
        }
        else if (received.Command is null || !CommandIds.IsCommandId(id))
        {
            ask.Refuse(ServerRejections.Malformed());
        }
        else
        {
            await rooms.Post(caller.Visitor.Workshop, ask);
        }
    }

    /// <summary>Sets the views of this connection; answered by <c>joined</c>, then by what was missed in each.</summary>
    /// <param name="views">View to the place of the log that the client holds; -1 for nothing.</param>
    /// <param name="build">The build of the projections that the client's records come from.</param>
    public async Task Join(Dictionary<string, long> views, string build)
    {
        if (views is not { Count: <= HostLimits.Views } || !Caller.Joins.TryTake())
        {
            Context.Abort();
            return;
        }

        await rooms.Post(Caller.Visitor.Workshop, new Join(Caller, views, build ?? ""));
    }
}
