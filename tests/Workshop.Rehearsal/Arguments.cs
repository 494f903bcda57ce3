using System.Globalization;

namespace Workshop.Rehearsal;

/// <summary>What the command line says.</summary>
/// <param name="File">The recording.</param>
/// <param name="Url">The server; null: one is started on an empty folder.</param>
/// <param name="SetupLink">The one-time link to the server's first account.</param>
/// <param name="Speed">How many seconds of the recording pass in one; null: as fast as acknowledgements allow.</param>
public sealed record Arguments(string File, Uri? Url, Uri? SetupLink, double? Speed)
{
    public const string Help = """
        Plays a recorded workshop and compares what comes of it with what the file expects.
        Usage: rehearse FILE [--url URL --setup-link LINK] [--speed N]
          FILE          a recording of the format workshop-scenario/1
          --url         a running server without an account; without it one is started on an empty folder
          --setup-link  the one-time link that this server has printed
          --speed       N seconds of the recording in one second; without it as fast as acknowledgements allow
        Exit code: 0 nothing differs, 1 something differs, 2 it could not be played
        """;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="RehearsalException">It makes no sense.</exception>
    public static Arguments Read(string[] args)
    {
        string? file = null;
        var read = new Arguments("", null, null, null);
        for (var i = 0; i < args.Length; i++)
        {
            read = args[i] switch
            {
                "--url" => read with { Url = AddressIn(args, ++i) },
                "--setup-link" => read with { SetupLink = AddressIn(args, ++i) },
                "--speed" => read with { Speed = NumberIn(args, ++i) },
                var option when option.StartsWith('-') => throw new RehearsalException($"{option} is not known; --help tells what is."),
                var name when file is null => read with { File = file = name },
                var name => throw new RehearsalException($"One file at a time: {file} or {name}."),
            };
        }

        return file is null ? throw new RehearsalException("Which file? --help tells more.")
            : (read.Url is null) != (read.SetupLink is null) ? throw new RehearsalException("--url and --setup-link belong together.")
            : read;
    }

    static string ValueIn(string[] args, int at) =>
        at < args.Length ? args[at] : throw new RehearsalException($"{args[at - 1]} needs a value.");

    static Uri AddressIn(string[] args, int at) =>
        Uri.TryCreate(ValueIn(args, at), UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? address
            : throw new RehearsalException($"{args[at]} is no address.");

    static double NumberIn(string[] args, int at) =>
        double.TryParse(ValueIn(args, at), CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new RehearsalException($"{args[at]} is no speed.");
}
