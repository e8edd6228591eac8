using System.Net;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Says what became of a message that was not simply sent.</summary>
internal static class DiscordSend
{
    /// <summary>The outcome that an exception of <see cref="DiscordApi"/> stands for; null if it stands for none.</summary>
    public static SendResult? ResultOf(Exception failure) => failure switch
    {
        DiscordApiException refusal => new(OutcomeOf(refusal), RetryAfter: refusal.RetryAfter),
        DiscordUnavailableException { MayHaveArrived: true } => new(SendOutcome.Unknown),
        DiscordUnavailableException => new(SendOutcome.NotNow),
        PlatformStoppedException => new(SendOutcome.PlatformStopped),
        _ => null,
    };

    private static SendOutcome OutcomeOf(DiscordApiException refusal) => refusal.Code switch
    {
        DiscordErrorCode.UnknownChannel or DiscordErrorCode.UnknownGuild or DiscordErrorCode.InvalidRecipient => SendOutcome.Gone,
        DiscordErrorCode.NoAccess or DiscordErrorCode.NoPermission or DiscordErrorCode.NoTextChannel => SendOutcome.NoAccess,
        DiscordErrorCode.CannotMessageUser or DiscordErrorCode.NoSharedServer => SendOutcome.DirectMessagesClosed,
        DiscordErrorCode.InvalidForm or DiscordErrorCode.EntityTooLarge or DiscordErrorCode.EmptyMessage or DiscordErrorCode.BlockedByAutoMod =>
            SendOutcome.ContentRefused,
        DiscordErrorCode.ChannelWriteLimit or DiscordErrorCode.GuildWriteLimit or DiscordErrorCode.OpeningDirectMessagesTooFast or DiscordErrorCode.Overloaded =>
            SendOutcome.NotNow,
        _ => OutcomeOf(refusal.Status),
    };

    private static SendOutcome OutcomeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => SendOutcome.Gone,
        HttpStatusCode.Forbidden => SendOutcome.NoAccess,
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => SendOutcome.ContentRefused,
        _ => SendOutcome.NotNow,
    };
}
