using Microsoft.Extensions.Configuration;

namespace MLCareerBot.Worker.Setup;

/// <summary>Where settings come from.</summary>
internal static class BotSettings
{
    private const string File = "appsettings.json";
    private const string Prefix = "MLCAREERBOT_";

    /// <summary>Where a settings file may lie: beside the program, and in the working directory.</summary>
    public static IReadOnlyList<string> Files =>
    [
        .. new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }
            .Select(folder => Path.GetFullPath(Path.Combine(folder, File)))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Adds every place, the ones that win last. No file is watched: a changed setting needs a new start.</summary>
    public static IConfigurationBuilder AddBotSettings(this IConfigurationBuilder configuration) => Files
        .Aggregate(configuration, (places, file) => places.AddJsonFile(file, optional: true))
        .AddEnvironmentVariables()
        .AddEnvironmentVariables(Prefix)
        .AddUserSecrets(typeof(BotSettings).Assembly, optional: true);
}
