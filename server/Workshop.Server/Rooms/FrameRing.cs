using Workshop.Server.Hub;

namespace Workshop.Server.Rooms;

/// <summary>The last frames of a view, for those who were away for a moment.</summary>
/// <param name="from">The place of the log from which on nothing is missing.</param>
sealed class FrameRing(long from)
{
    const int MostFrames = 1_000;
    const int MostBytes = 1 << 20;

    /// <summary>More than this is fetched, compressed, rather than pushed.</summary>
    public const int MostPushed = 64 * 1024;

    readonly Queue<(long Seq, Outgoing Frame)> _frames = new();
    long _from = from;
    long _bytes;

    /// <summary>Keeps a frame; the oldest make room.</summary>
    public void Add(long seq, Outgoing frame)
    {
        _frames.Enqueue((seq, frame));
        _bytes += frame.Size;
        while (_frames.Count > MostFrames || _bytes > MostBytes)
        {
            var (oldest, dropped) = _frames.Dequeue();
            _from = oldest;
            _bytes -= dropped.Size;
        }
    }

    /// <summary>Forgets everything up to a change that is too large to be pushed.</summary>
    public void StartAt(long seq)
    {
        _frames.Clear();
        _bytes = 0;
        _from = seq;
    }

    /// <summary>The frames behind a place of the log; null: too old, or so much that fetching is cheaper.</summary>
    public IReadOnlyList<Outgoing>? After(long seq)
    {
        if (seq < _from)
        {
            return null;
        }

        var after = _frames.Where(f => f.Seq > seq).Select(f => f.Frame).ToList();
        return after.Sum(f => (long)f.Size) > MostPushed ? null : after;
    }
}
