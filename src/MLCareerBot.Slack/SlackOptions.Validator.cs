using Microsoft.Extensions.Options;
using MLCareerBot.Slack.Protocol;

namespace MLCareerBot.Slack;

public sealed partial class SlackOptions
{
    /// <summary>Says before anything is sent what is wrong and what to do. Never repeats a secret.</summary>
    internal sealed class Validator : IValidateOptions<SlackOptions>
    {
        private const string Portal = "https://api.slack.com/apps";
        private const string WhereBotTokens = $"copy it from OAuth & Permissions of your app at {Portal}";
        private const string WhereAppTokens = $"create one with connections:write under Basic Information of your app at {Portal}";
        private const string WhereSecrets = $"copy it from Basic Information of your app at {Portal}";

        // Slack's tokens have 50 characters and more, its secrets 32.
        private const int ShortestToken = 24;
        private const int ShortestSecret = 16;

        /// <inheritdoc/>
        public ValidateOptionsResult Validate(string? name, SlackOptions options)
        {
            string[] faults = [.. (options.Bot.Length == 0 ? FaultsWithoutBot(options) : FaultsOf(options)).Append(FaultOfCommand(options)).OfType<string>()];
            return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
        }

        // Nothing set leaves Slack out; half of it is a mistake.
        private static IEnumerable<string?> FaultsWithoutBot(SlackOptions options)
        {
            if (options.App.Length > 0 || options.Secret.Length > 0)
            {
                yield return $"Slack:BotToken is missing: {WhereBotTokens}, or remove Slack's other settings.";
            }
        }

        private static IEnumerable<string?> FaultsOf(SlackOptions options)
        {
            yield return FaultOf("Slack:BotToken", "bot token", "xoxb-", options.Bot, WhereBotTokens);
            yield return options.IsSocketMode
                ? FaultOf("Slack:AppToken", "app token", "xapp-", options.App, WhereAppTokens)
                : FaultOfSecret(options.Secret);
            yield return SlackAddress.IsApi(options.Api)
                ? null
                : $"Slack:ApiBaseUrl must be {OfficialApi} or an address of this machine: leave it out to use Slack itself.";
        }

        // The manifest has it too, and comes before any token.
        private static string? FaultOfCommand(SlackOptions options) => SlackCommand.FaultOf(options.RootCommand) is { } fault ? $"Slack:Command {fault}" : null;

        private static string? FaultOf(string setting, string kind, string prefix, string token, string where) => token switch
        {
            ['x', 'a', 'p', 'p', '-', ..] when prefix != "xapp-" => $"You put the app token into {setting}: that is for the {kind} ({prefix}); {where}.",
            ['x', 'o', 'x', 'b', '-', ..] when prefix != "xoxb-" => $"You put the bot token into {setting}: that is for the {kind} ({prefix}); {where}.",
            _ when !token.StartsWith(prefix, StringComparison.Ordinal) => $"{setting} does not begin with {prefix}, as every {kind} does: {where}.",
            _ when !token.All(IsOfToken) => $"{setting} contains characters that no token has: {where}.",
            _ when token.Length < ShortestToken => $"{setting} is too short, so a part of the {kind} is missing: {where}.",
            _ => null,
        };

        private static string? FaultOfSecret(string secret) => secret switch
        {
            "" => $"Slack needs Slack:AppToken (Socket Mode; {WhereAppTokens}) or Slack:SigningSecret (HTTP mode; {WhereSecrets}).",
            ['x', 'o', 'x', ..] or ['x', 'a', 'p', 'p', '-', ..] => $"You put a token into Slack:SigningSecret: {WhereSecrets}.",
            _ when !secret.All(IsOfToken) => $"Slack:SigningSecret contains characters that no secret has: {WhereSecrets}.",
            _ when secret.Length < ShortestSecret => $"Slack:SigningSecret is too short, so a part of it is missing: {WhereSecrets}.",
            _ => null,
        };

        private static bool IsOfToken(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_';
    }
}
