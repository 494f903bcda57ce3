using System.Globalization;

namespace Workshop.Faults;

/// <summary>How a run is asked for.</summary>
public sealed record Options
{
    /// <summary>What the schedule and everyone's doings follow from.</summary>
    public int Seed { get; init; } = Random.Shared.Next(1, 1_000_000);
    /// <summary>How long faults happen; before and after comes what it takes.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>Nodes on one database.</summary>
    public int Nodes { get; init; } = 2;
    /// <summary>Participants, each with a device of their own.</summary>
    public int People { get; init; } = 8;
    /// <summary>How long to wait for each thing that must heal.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>Whether faults may overlap.</summary>
    public bool Overlap { get; init; }
    /// <summary>The only kinds of fault that happen; empty: all.</summary>
    public ImmutableHashSet<string> Only { get; init; } = [];
    /// <summary>Whether a Redis rings between the nodes.</summary>
    public bool Redis { get; init; } = true;
    /// <summary>Where history and output of the processes are kept; null: nowhere.</summary>
    public string? Keep { get; init; }
    /// <summary>An assembly that is loaded into each node before its own program, and what it is told to do wrong.</summary>
    public (string Assembly, string Bug)? Planted { get; init; }

    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Usage: scripts/faults [--seed N] [--seconds N] [--nodes N] [--people N] [--overlap] [--only KIND,…] [--no-redis]
                              [--patience N] [--keep FOLDER]
        Holds a workshop on real processes while faults happen to them, then checks logs, boxes, frames and pages.
        The same seed gives the same schedule. Kinds: kill, pause, drain, cut, lock, stall, redis-kill, redis-freeze.
        Exit code: 0 every promise held, 1 one did not, 2 it could not be run.
        """;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It can't be read.</exception>
    public static Options Read(ReadOnlySpan<string> args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--overlap" => options with { Overlap = true },
                "--no-redis" => options with { Redis = false },
                "--seed" => options with { Seed = Number(args, ref i) },
                "--seconds" => options with { Time = TimeSpan.FromSeconds(Number(args, ref i)) },
                "--nodes" => options with { Nodes = Number(args, ref i) },
                "--people" => options with { People = Number(args, ref i) },
                "--patience" => options with { Patience = TimeSpan.FromSeconds(Number(args, ref i)) },
                "--only" => options with { Only = [.. Word(args, ref i).Split(',')] },
                "--keep" => options with { Keep = Path.GetFullPath(Word(args, ref i)) },
                "--plant" => options with { Planted = Word(args, ref i).Split(':') is [var assembly, var bug] ? (Path.GetFullPath(assembly), bug) : throw new FormatException("--plant ASSEMBLY:BUG") },
                var other => throw new FormatException($"There is no option {other}."),
            };
        }

        return options;
    }

    static string Word(ReadOnlySpan<string> args, ref int i) =>
        ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");

    static int Number(ReadOnlySpan<string> args, ref int i) =>
        int.TryParse(Word(args, ref i), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{args[i - 1]} needs a number.");
}
