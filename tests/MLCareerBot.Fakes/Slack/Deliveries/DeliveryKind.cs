namespace MLCareerBot.Fakes.Slack;

/// <summary>What Slack hands to an app.</summary>
public enum DeliveryKind
{
    /// <summary>An event of the Events API.</summary>
    Event,

    /// <summary>A slash command.</summary>
    SlashCommand,

    /// <summary>A button, a choice, a submitted modal or a shortcut.</summary>
    Interaction,

    /// <summary>The question whether an address belongs to the app; over HTTP only.</summary>
    UrlVerification,
}
