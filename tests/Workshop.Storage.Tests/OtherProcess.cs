using System.Diagnostics;

namespace Workshop.Storage.Tests;

/// <summary>Other processes. Among them those that touch a database's files: closing a handle of our own would end our SQLite's locks on it.</summary>
static class OtherProcess
{
    public static byte[] Read(string file) => Run("cat", file);

    /// <summary>Runs a program to its end, which must be a success, and returns what it wrote.</summary>
    public static byte[] Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        return output.ToArray();
    }

    /// <summary>This very program with another task than to run tests.</summary>
    public static Process StartOurselves(params string[] arguments) => Start(Environment.ProcessPath!, arguments);

    static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
}
