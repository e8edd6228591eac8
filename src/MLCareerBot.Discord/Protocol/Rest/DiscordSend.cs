using System.Net;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Says what became of a message that was not simply sent.</summary>
internal static class DiscordSend
{
    /// <summary>The outcome that an exception of <see cref="DiscordApi"/> stands for; null if it stands for none.</summary>
    public static SendResult? OutcomeOf(Exception failure) => failure switch
    {
        DiscordApiException refusal => new(OutcomeOf(refusal), RetryAfter: refusal.RetryAfter),
        DiscordUnavailableException { MayHaveArrived: true } => new(SendOutcome.Unknown),
        DiscordUnavailableException => new(SendOutcome.NotNow),
        PlatformStoppedException => new(SendOutcome.PlatformStopped),
        _ => null,
    };

    private static SendOutcome OutcomeOf(DiscordApiException refusal) => refusal.Code switch
    {
        ErrorCode.UnknownChannel or ErrorCode.UnknownGuild => SendOutcome.Gone,
        ErrorCode.MissingAccess or ErrorCode.MissingPermissions or ErrorCode.NoTextChannel => SendOutcome.NoAccess,
        ErrorCode.CannotMessageUser or ErrorCode.NoSharedServer => SendOutcome.DirectMessagesClosed,
        ErrorCode.InvalidForm or ErrorCode.EntityTooLarge or ErrorCode.EmptyMessage or ErrorCode.BlockedByAutoMod =>
            SendOutcome.ContentRefused,
        ErrorCode.ChannelWriteLimit or ErrorCode.GuildWriteLimit or ErrorCode.OpeningDirectMessagesTooFast or ErrorCode.Overloaded =>
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
