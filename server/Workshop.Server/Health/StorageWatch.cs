using Workshop.Server.Rooms;
using Workshop.Storage;

namespace Workshop.Server.Health;

/// <summary>
/// Tells the rooms, and so the staff in them, when saving does not go well. While it does not, it tries by a row that means
/// nothing: people whose commands were refused may not send another one soon, and the word that all is well should not wait for them.
/// </summary>
sealed class StorageWatch(StorageHealth storage, LoadedRooms rooms, Presence presence, TimeProvider clock, Rounds rounds) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>No workshop and no person has such an id.</summary>
    static readonly PresenceRow Nobody = new(WorkshopId.Of("storage-watch"), PersonId.Of("storage-watch"));

    readonly string _node = Guid.CreateVersion7().ToString();
    bool _wasTrouble;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Every("tell how saving goes", () => Pause, Look, stoppingToken);

    async Task Look(CancellationToken cancellation)
    {
        if (storage.Trouble is null && !_wasTrouble)
        {
            return;
        }

        _wasTrouble = storage.Trouble is not null;
        await Tell(cancellation);
        if (_wasTrouble)
        {
            await Try(cancellation);
        }
    }

    /// <summary>All rooms, each time: one may have been loaded since.</summary>
    async Task Tell(CancellationToken cancellation)
    {
        var saving = new Saving(storage.Trouble);
        foreach (var (_, room) in rooms.All)
        {
            await room.Post(saving, cancellation);
        }
    }

    async Task Try(CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        try
        {
            await presence.Put(_node, [Nobody], clock.GetUtcNow(), cancellation);
            storage.Wrote(clock.GetElapsedTime(start));
        }
        catch (StorageUnavailableException unavailable)
        {
            storage.Refused(unavailable.Code);
        }
    }
}
