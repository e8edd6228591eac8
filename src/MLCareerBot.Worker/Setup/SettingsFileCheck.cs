using Microsoft.Extensions.Configuration;
using MLCareerBot.Operations;

namespace MLCareerBot.Worker.Setup;

/// <summary>Looks whether others on this machine can read secrets in the settings files.</summary>
internal sealed class SettingsFileCheck : IDoctorCheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly string[] Secrets = ["Token", "Secret", "ConnectionString"];

    public string Name => "Settings";

    public IAsyncEnumerable<Finding> CheckAsync(bool isOffline, CancellationToken cancellationToken) =>
        BotSettings.Files.Where(File.Exists).Select(Look).DefaultIfEmpty(NoFile).ToAsyncEnumerable();

    private static Finding NoFile =>
        new(FindingKind.Note, $"There is no appsettings.json in {string.Join(" or ", BotSettings.Files.Select(Path.GetDirectoryName))}: what is set comes from the environment or user secrets.");

    private static Finding Look(string file) => IsOpen(file) && HoldsSecret(file)
        ? new(FindingKind.Note, $"Others on this machine can read the secrets in {file}.", $"Run chmod 600 {file}")
        : new(FindingKind.Good, $"{file} can be read.");

    // On Windows, a user's folders are the user's.
    private static bool IsOpen(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None;

    private static bool HoldsSecret(string file) => new ConfigurationBuilder().AddJsonFile(file).Build().AsEnumerable().Any(setting =>
        !string.IsNullOrWhiteSpace(setting.Value) && Array.Exists(Secrets, name => setting.Key.EndsWith(name, StringComparison.OrdinalIgnoreCase)));
}
