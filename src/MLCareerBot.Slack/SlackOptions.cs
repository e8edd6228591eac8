namespace MLCareerBot.Slack;

/// <summary>What the operator sets for Slack. Without a bot token, Slack is left out.</summary>
public sealed class SlackOptions
{
    /// <summary>Its section of the settings.</summary>
    public const string Section = "Slack";

    /// <summary>The address of Slack's Web API.</summary>
    public static readonly Uri OfficialApi = new("https://slack.com/api/");

    /// <summary>The bot's token (<c>xoxb-</c>), a secret. Null or empty: Slack is left out.</summary>
    public string? BotToken { get; set; }

    /// <summary>The app-level token (<c>xapp-</c>) with <c>connections:write</c>, a secret: Socket Mode.</summary>
    public string? AppToken { get; set; }

    /// <summary>The secret that Slack signs its HTTP requests with: HTTP mode.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>Where the Web API is; any other host than Slack's own must be this machine.</summary>
    public Uri ApiBaseUrl { get; set; } = OfficialApi;

    /// <summary>The root command; the admin root is the same with <c>-admin</c> behind it.</summary>
    public string Command { get; set; } = "/career";

    /// <summary>Ids of the people who may administer the bot; without any, the workspace's owners and admins.</summary>
    public IReadOnlyList<string> Admins { get; set; } = [];
}
