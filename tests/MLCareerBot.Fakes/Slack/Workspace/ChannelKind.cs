namespace MLCareerBot.Fakes.Slack;

/// <summary>Who can see a channel.</summary>
public enum ChannelKind
{
    /// <summary>Everybody in the workspace.</summary>
    Public,

    /// <summary>Those who were invited.</summary>
    Private,

    /// <summary>One user and the bot.</summary>
    DirectMessages,
}
