using Microsoft.Extensions.Options;

namespace MLCareerBot.Discord;

public sealed partial class DiscordOptions
{
    private const string Portal = "https://discord.com/developers/applications";

    /// <summary>Says before anything is sent what is wrong and what to do. Never repeats the token.</summary>
    internal sealed class Validator : IValidateOptions<DiscordOptions>
    {
        /// <inheritdoc/>
        public ValidateOptionsResult Validate(string? name, DiscordOptions options)
        {
            if (options.BotToken.Length == 0)
            {
                return ValidateOptionsResult.Success;
            }

            string[] faults = [.. new[] { FaultOf(options.BotToken, options.Api), FaultOf(options.Api), FaultOfScope(options.CommandScope) }.OfType<string>()];
            return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
        }

        private static string? FaultOf(string token, Uri api) => LooksLike(token, isOurs: LocalAddress.Is(api)) is { } thing
            ? $"Discord:Token looks like {thing}: copy the token from the Bot page of {Portal} (Reset Token shows it once)."
            : null;

        // What stands in for Discord on this machine may give out tokens of any form.
        private static string? LooksLike(string token, bool isOurs) => token switch
        {
            ['x', 'o', 'x', 'b', '-', ..] or ['x', 'a', 'p', 'p', '-', ..] => "a token of Slack's",
            ['B', 'o', 't', ' ', ..] => "a whole Authorization header, with a \"Bot\" in front that is added here",
            _ when token.Any(letter => letter is <= ' ' or > '~') => "text with blanks or letters that no token has",
            _ when isOurs => null,
            _ when token.Split('.') is [not "", not "", not "", ..] => null,
            _ when token.All(char.IsAsciiDigit) => "an application's id",
            _ when token.Length == 64 && token.All(char.IsAsciiHexDigit) => "a public key",
            _ when token.Length == 32 => "a client secret",
            _ => "something else than a bot's token, which has three parts with dots between them",
        };

        private static string? FaultOf(Uri api) => api.IsAbsoluteUri && IsAllowed(api)
            ? null
            : $"Discord:ApiBaseUrl must be {OfficialApi} or an address of this machine: leave it out to use Discord itself.";

        private static bool IsAllowed(Uri api) => api is { UserInfo: "", Query: "", Fragment: "" }
            && (LocalAddress.Is(api)
                ? api.Scheme == Uri.UriSchemeHttp || api.Scheme == Uri.UriSchemeHttps
                : api.Scheme == Uri.UriSchemeHttps && api.IdnHost == OfficialApi.IdnHost && api.IsDefaultPort);

        private static string? FaultOfScope(string? guild) => guild is null || guild.All(char.IsAsciiDigit)
            ? null
            : "Discord:CommandScopeGuildId must be a server's id, digits only: right-click the server in Discord with Developer Mode on.";
    }
}
