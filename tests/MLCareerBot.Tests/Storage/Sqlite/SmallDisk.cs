using System.Diagnostics;

namespace MLCareerBot.Tests.Storage.Sqlite;

/// <summary>A disk of some 400 KB, in memory; only root can make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk()
    {
        Directory.CreateDirectory(Folder);
        Run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", Folder);
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"mlcareerbot-disk-{Guid.NewGuid():n}");

    /// <summary>Whether one can be made here.</summary>
    public static bool IsPossible { get; } = Try();

    public void Dispose()
    {
        // Lazily: a program that another test starts at this moment may hold it for another one.
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return false;
        }

        try
        {
            using var disk = new SmallDisk();
            return true;
        }
        catch (InvalidOperationException)
        {
            // In a container, even root may not.
            return false;
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!; // It does not reuse one.
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed.");
        }
    }
}

/// <summary>A fact about a full disk, skipped where there can be no small one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.IsPossible ? null : "A small disk can only be mounted by root.";
}
