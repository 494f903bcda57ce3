using System.Globalization;

namespace Workshop.Bench;

/// <summary>What is measured.</summary>
sealed record Options
{
    public IReadOnlySet<string> Scenarios { get; init; } = new HashSet<string> { "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8" };
    public IReadOnlyList<int> People { get; init; } = [50, 150, 300, 600];
    public IReadOnlySet<string> Peers { get; init; } = new HashSet<string> { "workshop", "socket.io", "kestrel", "signalr", "hocuspocus" };
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(20);
    public int Repeats { get; init; } = 2;
    public int Port { get; init; } = 5670;
    public bool Curves { get; init; }

    /// <summary>Reads <c>--name value</c> pairs and <c>--curves</c>; null: something is not understood.</summary>
    public static Options? Read(string[] args)
    {
        var options = new Options();
        var left = new Queue<string>(args);
        while (left.TryDequeue(out var name))
        {
            if (name == "--curves")
            {
                options = options with { Curves = true };
            }
            else if (!left.TryDequeue(out var value) || options.With(name, value) is not { } next)
            {
                return null;
            }
            else
            {
                options = next;
            }
        }

        return options;
    }

    Options? With(string name, string value) => name switch
    {
        "--scenario" => this with { Scenarios = value.Split(',').ToHashSet() },
        "--people" => this with { People = [.. value.Split(',').Select(Number)] },
        "--peers" => this with { Peers = value.Split(',').ToHashSet() },
        "--seconds" => this with { Length = TimeSpan.FromSeconds(Number(value)) },
        "--repeats" => this with { Repeats = Number(value) },
        "--port" => this with { Port = Number(value) },
        _ => null,
    };

    static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
}
