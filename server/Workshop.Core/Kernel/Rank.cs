namespace Workshop.Core.Kernel;

/// <summary>
/// A place in an order, as a string: between any two there is room for another, so that a move writes one thing. Six digits of
/// base 36 count places at either end; behind them digits divide the space between two. Compared ordinally.
/// </summary>
public static class Rank
{
    const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    const int Whole = 6;
    const long Middle = 1088391168; // 36^6 / 2

    /// <summary>The place of the only one.</summary>
    public static string First { get; } = Write(Middle);

    /// <summary>A place behind <paramref name="last"/>; null: nothing is there yet.</summary>
    public static string After(string? last) => last is null ? First : Write(Read(last) + 1);

    /// <summary>A place between two; null stands for the open end on that side.</summary>
    public static string Between(string? low, string? high) => (low, high) switch
    {
        (null, null) => First,
        (_, null) => After(low),
        (null, _) => Write(Read(high) - 1),
        _ when Read(high) - Read(low) > 1 => Write((Read(low) + Read(high)) / 2),
        _ => low + Fraction(low[Whole..], Read(high) > Read(low) ? "" : high[Whole..], low.Length),
    };

    /// <summary>
    /// The place behind <paramref name="after"/> in a list sorted by (rank, id), not counting <paramref name="moved"/>; null: to
    /// the front; one that is not in the list: to the end.
    /// </summary>
    public static string Behind<T, TId>(IEnumerable<T> sorted, Func<T, TId> id, Func<T, string> rank, TId? after, TId? moved = null)
        where TId : struct, IEquatable<TId>
    {
        string? low = null;
        var found = after is null;
        foreach (var item in sorted)
        {
            if (moved is { } self && id(item).Equals(self))
            {
                continue;
            }

            // Two may share a rank when two nodes raced; the next greater one keeps the order strict.
            if (found && (low is null || string.CompareOrdinal(rank(item), low) > 0))
            {
                return Between(low, rank(item));
            }

            low = rank(item);
            found = found || id(item).Equals(after!.Value);
        }

        return After(low);
    }

    static long Read(string rank)
    {
        var value = 0L;
        for (var i = 0; i < Whole; i++)
        {
            value = (value * 36) + Digits.IndexOf(rank[i], StringComparison.Ordinal);
        }

        return value;
    }

    static string Write(long value) => string.Create(Whole, value, static (text, rest) =>
    {
        for (var i = Whole - 1; i >= 0; i--, rest /= 36)
        {
            text[i] = Digits[(int)(rest % 36)];
        }
    });

    /// <summary>Digits to append to <paramref name="low"/>'s rank so that it falls between; <paramref name="high"/> empty: no upper bound.</summary>
    static string Fraction(string low, string high, int _) => Midpoint(low, high)[low.Length..];

    static string Midpoint(string low, string high)
    {
        // Keep low as a prefix: append the middle digit, and step into high's next digits only when low is a prefix of it.
        if (high.Length == 0 || !high.StartsWith(low, StringComparison.Ordinal))
        {
            return low + 'i';
        }

        var next = low;
        for (var i = low.Length; i < high.Length; i++)
        {
            var digit = Digits.IndexOf(high[i], StringComparison.Ordinal);
            if (digit > 1)
            {
                return next + Digits[digit / 2];
            }

            next += digit == 1 ? "0" : Digits[digit].ToString();
            if (digit == 1)
            {
                return next + 'i';
            }
        }

        return next + 'i';
    }
}
