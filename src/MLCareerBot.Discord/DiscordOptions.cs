namespace MLCareerBot.Discord;

/// <summary>What the operator sets for Discord. Without a token, Discord is left out.</summary>
public sealed partial class DiscordOptions
{
    /// <summary>Its section of the settings.</summary>
    public const string Section = "Discord";

    /// <summary>The address of Discord's REST API, version included.</summary>
    public static readonly Uri OfficialApi = new("https://discord.com/api/v10/");

    /// <summary>The bot's token, a secret, from the Developer Portal. Null or empty: Discord is left out.</summary>
    public string? Token { get; set; }

    /// <summary>Where the REST API is; any other host than Discord's own must be this machine.</summary>
    public Uri ApiBaseUrl { get; set; } = OfficialApi;

    /// <summary>For development: the id of the one server in which commands are registered, at once and nowhere else.</summary>
    public string? CommandScopeGuildId { get; set; }

    /// <summary>The folder that keeps how often the bot has identified today; without one, the user's application data.</summary>
    public string? StateDirectory { get; set; }

    /// <summary>The token without what copying may have put around it; empty if there is none.</summary>
    internal string BotToken => (Token ?? "").Trim(' ', '\t', '\r', '\n', '"', '\'');

    /// <summary>The one server in which commands are registered; null for everywhere.</summary>
    internal string? CommandScope => string.IsNullOrWhiteSpace(CommandScopeGuildId) ? null : CommandScopeGuildId.Trim();

    /// <summary>The address with a slash at its end, without which relative addresses would replace its last part.</summary>
    internal Uri Api => ApiBaseUrl.OriginalString.EndsWith('/') ? ApiBaseUrl : new Uri(ApiBaseUrl.OriginalString + '/', UriKind.RelativeOrAbsolute);
}
