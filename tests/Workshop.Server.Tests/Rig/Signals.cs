using System.Diagnostics;

namespace Workshop.Server.Tests.Rig;

/// <summary>Signals to processes that a test has started.</summary>
static class Signals
{
    public static async Task Send(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
