using Microsoft.Extensions.Configuration;

namespace MLCareerBot.Worker.Setup;

/// <summary>Where settings come from.</summary>
internal static class BotSettings
{
    private const string File = "appsettings.json";
    private const string Prefix = "MLCAREERBOT_";

    /// <summary>Adds every place, the ones that win last. No file is watched: a changed setting needs a new start.</summary>
    public static IConfigurationBuilder AddBotSettings(this IConfigurationBuilder configuration) => configuration
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, File), optional: true)
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, File), optional: true)
        .AddEnvironmentVariables()
        .AddEnvironmentVariables(Prefix)
        .AddUserSecrets(typeof(BotSettings).Assembly, optional: true);
}
