using System.Diagnostics;

namespace Workshop.Server.Tests.Rig;

/// <summary>A disk of a few megabytes that can be filled up and made larger.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    readonly string _mountPoint = Directory.CreateTempSubdirectory("workshop-disk-").FullName;

    /// <summary>A folder on it that does not exist yet.</summary>
    public string Data => Path.Combine(_mountPoint, "data");

    public static async Task<SmallDisk> Mount(int megabytes)
    {
        var disk = new SmallDisk();
        var isMounted = OperatingSystem.IsLinux() && await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk._mountPoint);
        if (!isMounted)
        {
            Directory.Delete(disk._mountPoint);
        }

        Needed.Require(isMounted, "A small disk needs the right to mount one: run as root.");
        return disk;
    }

    /// <summary>Takes all the room that is left.</summary>
    public void FillUp()
    {
        using var ballast = new FileStream(Path.Combine(_mountPoint, "ballast"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4_096];
        void Fill()
        {
            while (true)
            {
                ballast.Write(page);
            }
        }

        Assert.Throws<IOException>((Action)Fill);
    }

    public async Task Grow(int megabytes) => Assert.True(await Run("mount", "-o", $"remount,size={megabytes}m", _mountPoint));

    public async ValueTask DisposeAsync()
    {
        Assert.True(await Run("umount", _mountPoint));
        Directory.Delete(_mountPoint);
    }

    static async Task<bool> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0;
    }
}
