namespace MLCareerBot.Fakes.Slack;

/// <summary>What a request presented to be let in.</summary>
public enum TokenKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The bot's token.</summary>
    Bot,

    /// <summary>The app-level token.</summary>
    App,

    /// <summary>Something else.</summary>
    Unknown,
}
