using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MLCareerBot.Commands;
using MLCareerBot.Discord.Commands;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Keeps the commands that Discord shows the same as ours, everywhere or, for development, in one server. Nothing is
/// written where nothing differs; the scope that is not used is cleared, or people would see each command twice.
/// </summary>
internal sealed partial class CommandRegistration(
    DiscordApi api, CommandTable table, IOptions<DiscordOptions> options, ILogger<CommandRegistration> logger)
{
    /// <summary>A developer's old scope is looked for in this many servers; a bot in more is past that stage.</summary>
    private const int MostScopesSearched = 10;

    private static readonly IEnumerable<string?> NoServer = [null];

    private IReadOnlyList<CommandDefinition> Ours => CommandDefinitions.From(table.Commands, table.AdminCommands);

    /// <summary>Brings Discord's list up to date; a sentence on how that went.</summary>
    /// <param name="application">The bot's application.</param>
    /// <param name="guilds">The servers the bot is in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> UpdateAsync(string application, IReadOnlyList<string> guilds, CancellationToken cancellationToken)
    {
        var scope = options.Value.CommandScope;
        try
        {
            var isChanged = await DiffersAsync(application, scope, cancellationToken);
            if (isChanged)
            {
                await api.SetCommandsAsync(application, scope, Ours, cancellationToken);
            }

            await ClearAsync(application, scope is null ? guilds.Take(MostScopesSearched) : NoServer, cancellationToken);
            return isChanged ? "commands updated" : "commands up to date";
        }
        catch (DiscordApiException exception)
        {
            // The old commands stay, and the bot goes on.
            LogRefused(exception.Code);
            return "commands could not be registered";
        }
    }

    /// <summary>True if Discord has our commands in the scope that is set.</summary>
    public async Task<bool> IsUpToDateAsync(string application, CancellationToken cancellationToken) =>
        CommandComparison.AreSame(Ours, await api.GetCommandsAsync(application, options.Value.CommandScope, cancellationToken));

    private async Task ClearAsync(string application, IEnumerable<string?> scopes, CancellationToken cancellationToken)
    {
        foreach (var scope in scopes)
        {
            try
            {
                if (await api.GetCommandsAsync(application, scope, cancellationToken) is not [])
                {
                    await api.SetCommandsAsync(application, scope, [], cancellationToken);
                }
            }
            catch (Exception exception) when (exception is DiscordApiException or DiscordUnavailableException)
            {
                // A server that does not let the bot look has no commands of it either.
                LogNotCleared(exception.Message);
            }
        }
    }

    private async Task<bool> DiffersAsync(string application, string? scope, CancellationToken cancellationToken)
    {
        try
        {
            return !CommandComparison.AreSame(Ours, await api.GetCommandsAsync(application, scope, cancellationToken));
        }
        catch (DiscordUnavailableException)
        {
            // A list that cannot be read can still be written, and to write the same one again does no harm.
            return true;
        }
    }

    [LoggerMessage(2, LogLevel.Debug, "A scope that should hold no commands could not be looked at: {Reason}")]
    private partial void LogNotCleared(string reason);

    [LoggerMessage(1, LogLevel.Error, "Discord refused the commands (code {Code}); the old ones stay. Invite the bot with the link that 'invite discord' prints, then start again.")]
    private partial void LogRefused(int code);
}
