using Microsoft.Extensions.Configuration;
using MLCareerBot.Discord;
using MLCareerBot.Features.Tips;
using MLCareerBot.Operations;
using MLCareerBot.Slack;
using MLCareerBot.Storage;
using MLCareerBot.Worker.Http;

namespace MLCareerBot.Worker.Setup;

/// <summary>Looks for settings that do nothing, because they are misspelt. Values are secrets, and not repeated.</summary>
internal sealed class UnknownSettingsCheck(IConfiguration settings) : IDoctorCheck
{
    // Of the host, which has its own.
    private const string Logging = "Logging";

    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [KnowledgeOptions.Section] = typeof(KnowledgeOptions),
        [DiscordOptions.Section] = typeof(DiscordOptions),
        [SlackOptions.Section] = typeof(SlackOptions),
        [StorageOptions.Section] = typeof(StorageOptions),
        [TipOptions.Section] = typeof(TipOptions),
        [HttpOptions.Section] = typeof(HttpOptions),
    };

    public string Name => "Settings";

    public IAsyncEnumerable<Finding> CheckAsync(bool isOffline, CancellationToken cancellationToken) =>
        UnknownSections().Concat(Sections.SelectMany(section => UnknownIn(section.Key, section.Value))).ToAsyncEnumerable();

    // Of files alone: the environment is full of what is not ours.
    private static IEnumerable<Finding> UnknownSections() => BotSettings.Files
        .SelectMany(file => new ConfigurationBuilder().AddJsonFile(file, optional: true).Build().GetChildren())
        .Select(section => section.Key)
        .Where(name => !Sections.ContainsKey(name) && !name.Equals(Logging, StringComparison.OrdinalIgnoreCase))
        .Select(name => Unknown(name, Sections.Keys));

    private IEnumerable<Finding> UnknownIn(string section, Type options)
    {
        string[] known = [.. options.GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];
        return settings.GetSection(section).GetChildren()
            .Where(setting => !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            .Select(setting => Unknown(setting.Path, known));
    }

    private static Finding Unknown(string path, IEnumerable<string> known) =>
        new(FindingKind.Bad, $"{path} is no setting, and does nothing.", $"Known here are {string.Join(", ", known)}.");
}
