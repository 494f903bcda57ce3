using Workshop.Bench.Load;

namespace Workshop.Bench.Peers;

/// <summary>Somebody in a room of a server that sends the board whole to whoever comes.</summary>
abstract class Guest(int person, Recorder recorder) : IMember
{
    readonly TaskCompletionSource<int> _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int CardsAtEntry { get; private set; } = -1;

    /// <summary>Who.</summary>
    protected int Person => person;

    /// <summary>Where cards and acknowledgements go.</summary>
    protected Recorder Recorder => recorder;

    public abstract ValueTask Send(int card);
    public abstract ValueTask DisposeAsync();

    /// <summary>The board is here.</summary>
    protected void Entered(ReadOnlySpan<byte> board) => _entered.TrySetResult(Cards.Count(board));

    /// <summary>Waits for the board.</summary>
    protected async Task WaitForBoard(CancellationToken cancellation) => CardsAtEntry = await _entered.Task.WaitAsync(Patience.Entering, cancellation);
}

/// <summary>Rooms that need no preparation: a name is enough.</summary>
sealed class NamedRooms(Func<int, int, Recorder, CancellationToken, Task<IMember>> enter) : IRooms
{
    public Task<IMember> Enter(int room, int person, Recorder recorder, CancellationToken cancellation) => enter(room, person, recorder, cancellation);
}
