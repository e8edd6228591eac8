using System.Net;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Discord refused a request, and asking again would not change that (or not before <see cref="RetryAfter"/>).</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">One of <see cref="DiscordErrorCode"/> or another of Discord's; 0 where it gave none.</param>
/// <param name="message">What was refused and why, without secrets.</param>
internal sealed class DiscordApiException(HttpStatusCode status, int code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public int Code { get; } = code;

    /// <summary>True if the interaction takes no (further) first answer: answered before, deleted or too old.</summary>
    public bool IsInteractionOver => Code is DiscordErrorCode.UnknownWebhook or DiscordErrorCode.UnknownInteraction
        or DiscordErrorCode.AlreadyAnswered or DiscordErrorCode.InteractionExpired;

    /// <summary>True if Discord found fault with what was said: it would refuse the same anywhere.</summary>
    public bool IsContentRefused => !IsInteractionOver && Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge;

    /// <summary>For a limit: how long no such request may be made.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Discord gave no definite answer: it was not reached, was silent, failed, or said what cannot be read.</summary>
/// <param name="mayHaveArrived">False if it surely did not do what was asked, or if doing it again shows to nobody.</param>
/// <param name="message">What happened, without secrets.</param>
internal sealed class DiscordUnavailableException(bool mayHaveArrived, string message) : Exception(message)
{
    public bool MayHaveArrived { get; } = mayHaveArrived;
}

/// <summary>Discord does not know the bot's token (any more). No request is made with it after that.</summary>
internal sealed class DiscordTokenRejectedException() : PlatformStoppedException(
    "Discord rejects the bot's token. Reset it on the Bot page of https://discord.com/developers/applications, "
    + "set Discord:Token to the new one and start again.");
