using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Sqlite;

/// <summary>Drives of other machines, on which SQLite's locks cannot be trusted: https://www.sqlite.org/faq.html#q5.</summary>
internal static class NetworkDrive
{
    private static readonly string[] Kinds = ["nfs", "cifs", "smb", "afs", "9p", "fuse.sshfs", "glusterfs", "ceph"];

    /// <summary>Throws where the file would lie on one, as far as the system tells.</summary>
    public static void Refuse(string path)
    {
        if (KindOf(path) is { } kind && Array.Exists(Kinds, name => kind.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new StoreUnusableException(
                $"{path} lies on a network drive ({kind}), where its contents are not safe. Set Storage:ConnectionString to a file on this machine, or use PostgreSQL.");
        }
    }

    // The drive whose place is the longest beginning of the path.
    private static string? KindOf(string path)
    {
        try
        {
            var real = new DirectoryInfo(Path.GetDirectoryName(path) ?? path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
            return DriveInfo.GetDrives()
                .Where(drive => real.StartsWith(drive.Name.TrimEnd('/') + '/', StringComparison.Ordinal) || !OperatingSystem.IsLinux() && real.StartsWith(drive.Name, StringComparison.Ordinal))
                .MaxBy(drive => drive.Name.Length)?.DriveFormat;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system does not tell: it is not for us to refuse then.
            return null;
        }
    }
}
