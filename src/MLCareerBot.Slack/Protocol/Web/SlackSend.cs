using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>What a failed call means for a message that nobody asked for.</summary>
internal static class SlackSend
{
    // An operator has to add the scope; the message is kept until then.
    private static readonly TimeSpan UntilScopesMayHaveChanged = TimeSpan.FromHours(1);

    /// <summary>What became of the message; null for a failure that is none of Slack's.</summary>
    public static SendResult? ResultOf(Exception failure) => failure switch
    {
        SlackApiException refusal => ResultOf(refusal),
        SlackUnavailableException { MayHaveArrived: true } => new(SendOutcome.Unknown),
        SlackUnavailableException => new(SendOutcome.NotNow),
        PlatformStoppedException => new(SendOutcome.PlatformStopped),
        _ => null,
    };

    private static SendResult ResultOf(SlackApiException refusal) => refusal.Error switch
    {
        "channel_not_found" or "user_not_found" => new(SendOutcome.Gone),
        "is_archived" or "not_in_channel" or "restricted_action" => new(SendOutcome.NoAccess),
        "cannot_dm_bot" or "user_disabled" or "messages_tab_disabled" => new(SendOutcome.DirectMessagesClosed),
        _ when refusal.IsContentRefused => new(SendOutcome.ContentRefused),
        "missing_scope" or "not_allowed_token_type" => new(SendOutcome.NotNow, RetryAfter: UntilScopesMayHaveChanged),
        _ => new(SendOutcome.NotNow, RetryAfter: refusal.RetryAfter),
    };
}
