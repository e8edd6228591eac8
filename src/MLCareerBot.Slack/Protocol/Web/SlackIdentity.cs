namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>Who the bot token stands for.</summary>
/// <param name="TeamId">The workspace.</param>
/// <param name="UserId">The bot's user: its own messages have it.</param>
/// <param name="BotId">The bot, where Slack says.</param>
/// <param name="Scopes">What the token may do, from the header <c>x-oauth-scopes</c>; empty where Slack did not say.</param>
internal sealed record SlackIdentity(string TeamId, string UserId, string? BotId, IReadOnlyList<string> Scopes)
{
    /// <summary>The workspace's name, for people to read; empty where Slack did not say.</summary>
    public string Team { get; init; } = "";
}

/// <summary>Where one socket may be opened, once. The address is a secret.</summary>
internal sealed class SocketTicket(Uri address)
{
    public Uri Address => address;

    public override string ToString() => "a ticket for a socket";
}
