namespace Workshop.Core.Kernel;

/// <summary>
/// A place in an order, as a string: between any two there is room for another, so that a move writes one thing. Six digits of
/// base 36 count places at either end; digits behind them divide the space between two. Compared ordinally.
/// </summary>
public static class Rank
{
    const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    const int Whole = 6;
    const long Middle = 1_088_391_168; // half of 36^6

    /// <summary>A place behind <paramref name="last"/>; null: nothing is there yet.</summary>
    public static string After(string? last) => Between(last, null);

    /// <summary>A place between two; null stands for the open end on that side.</summary>
    public static string Between(string? low, string? high) => (low, high) switch
    {
        (null, null) => Write(Middle),
        (_, null) => Write(Read(low) + 1),
        (null, _) => Write(Read(high) - 1),
        _ when Read(high) - Read(low) > 1 => Write((Read(low) + Read(high)) / 2),
        _ => Divide(low, high),
    };

    /// <summary>Places for several things in order between two, spread evenly so that none gets long; null as above.</summary>
    public static ImmutableArray<string> Between(string? low, string? high, int count)
    {
        var ranks = ImmutableArray.CreateBuilder<string>(count);
        Fill(low, high, count);
        return ranks.MoveToImmutable();

        void Fill(string? from, string? to, int left)
        {
            while (left > 0)
            {
                // Towards an open end places are counted one after another; between two they are halved.
                var before = to is null ? 0 : (left - 1) / 2;
                var middle = Between(from, to);
                Fill(from, middle, before);
                ranks.Add(middle);
                (from, left) = (middle, left - before - 1);
            }
        }
    }

    /// <summary>
    /// The two neighbours of the place behind <paramref name="after"/> in a list sorted by (rank, id); null: at the front; one that
    /// is not in the list: at the end. Two that share a rank, because two nodes raced, leave no room between them; the next that
    /// differs bounds the place.
    /// </summary>
    public static (string? Low, string? High) Gap<T, TId>(IEnumerable<T> sorted, Func<T, TId> id, Func<T, string> rank, TId? after)
        where TId : struct, IEquatable<TId>
    {
        string? low = null;
        var found = after is null;
        foreach (var item in sorted)
        {
            if (found && (low is null || string.CompareOrdinal(rank(item), low) > 0))
            {
                return (low, rank(item));
            }

            low = rank(item);
            found = found || id(item).Equals(after!.Value);
        }

        return (low, null);
    }

    /// <summary>Finds the digits that fall between two ranks whose counted parts leave no whole number between.</summary>
    static string Divide(string low, string high)
    {
        var place = "";
        for (var i = 0; ; i++)
        {
            var from = i < low.Length ? Value(low[i]) : 0;
            var to = i < high.Length ? Value(high[i]) : Digits.Length;
            if (to - from > 1)
            {
                // Never end in the smallest digit: nothing would fit before it.
                return place + Digits[(from + to) / 2];
            }

            place += Digits[from];
            if (to > from)
            {
                // From here on only the lower bound counts.
                high = "";
            }
        }
    }

    static int Value(char digit) => Digits.IndexOf(digit, StringComparison.Ordinal);

    static long Read(string rank)
    {
        var value = 0L;
        foreach (var digit in rank.AsSpan(0, Whole))
        {
            value = (value * Digits.Length) + Value(digit);
        }

        return value;
    }

    static string Write(long value) => string.Create(Whole, value, static (text, rest) =>
    {
        for (var i = Whole - 1; i >= 0; i--, rest /= Digits.Length)
        {
            text[i] = Digits[(int)(rest % Digits.Length)];
        }
    });
}
