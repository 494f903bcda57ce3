using System.Globalization;

namespace Workshop.Bench;

/// <summary>What is measured.</summary>
sealed record Options
{
    public IReadOnlySet<string> Scenarios { get; init; } = new HashSet<string> { "S1", "S2", "S3" };
    public IReadOnlyList<int> People { get; init; } = [50, 150, 300, 600];
    public IReadOnlySet<string> Peers { get; init; } = new HashSet<string> { "workshop", "socket.io", "kestrel", "signalr" };
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(20);
    public int Repeats { get; init; } = 2;
    public int Port { get; init; } = 5670;

    /// <summary>Reads <c>--name value</c> pairs; null: something is not understood.</summary>
    public static Options? Read(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                return null;
            }

            var value = args[i + 1];
            switch (args[i])
            {
                case "--scenario":
                    options = options with { Scenarios = value.Split(',').ToHashSet() };
                    break;
                case "--people":
                    options = options with { People = [.. value.Split(',').Select(Number)] };
                    break;
                case "--peers":
                    options = options with { Peers = value.Split(',').ToHashSet() };
                    break;
                case "--seconds":
                    options = options with { Length = TimeSpan.FromSeconds(Number(value)) };
                    break;
                case "--repeats":
                    options = options with { Repeats = Number(value) };
                    break;
                case "--port":
                    options = options with { Port = Number(value) };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    static int Number(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
}
