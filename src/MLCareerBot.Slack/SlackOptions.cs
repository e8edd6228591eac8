namespace MLCareerBot.Slack;

/// <summary>What the operator sets for Slack. Without a bot token, Slack is left out.</summary>
public sealed partial class SlackOptions
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

    /// <summary>The bot token without what copying may have put around it; empty if there is none.</summary>
    internal string Bot => Bare(BotToken);

    /// <summary>The app token without what copying may have put around it; empty if there is none.</summary>
    internal string App => Bare(AppToken);

    /// <summary>The signing secret without what copying may have put around it; empty if there is none.</summary>
    internal string Secret => Bare(SigningSecret);

    /// <summary>The root command without blanks around it.</summary>
    internal string RootCommand => Command.Trim();

    /// <summary>Socket Mode if there is an app token, else HTTP mode.</summary>
    internal bool IsSocketMode => App.Length > 0;

    /// <summary>The address with a slash at its end, without which relative addresses would replace its last part.</summary>
    internal Uri Api => ApiBaseUrl.OriginalString.EndsWith('/') ? ApiBaseUrl : new Uri(ApiBaseUrl.OriginalString + '/', UriKind.RelativeOrAbsolute);

    private static string Bare(string? secret) => (secret ?? "").Trim(' ', '\t', '\r', '\n', '"', '\'');
}
