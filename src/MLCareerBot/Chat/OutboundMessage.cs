namespace MLCareerBot.Chat;

/// <summary>A message that nobody asked for just now: a daily tip, a notice to an admin.</summary>
/// <param name="To">Where it goes.</param>
/// <param name="Reply">What it says.</param>
/// <param name="Key">The delivery's own key: the same in every attempt, so that it is seen once. At most 60 letters, digits, <c>-</c> and <c>.</c>.</param>
public sealed record OutboundMessage(ChatAddress To, ChatReply Reply, string Key)
{
    /// <summary>The channel of direct messages that an earlier <see cref="SendResult.DirectChannel"/> named; saves asking for it.</summary>
    public string? DirectChannel { get; init; }

    /// <summary>
    /// When the first attempt may have begun; null if this is surely the first. A platform that cannot refuse the second
    /// copy by its key looks for the first one before it sends again.
    /// </summary>
    public DateTimeOffset? FirstTriedAt { get; init; }

    /// <summary>True for one of many that go out together: none of them needs more than the platform's steady rate.</summary>
    public bool IsOneOfMany { get; init; }
}

/// <summary>What became of an <see cref="OutboundMessage"/>.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="MessageId">The platform's id of the message, where it was sent.</param>
/// <param name="RetryAfter">How long to wait at least, where the platform said.</param>
public sealed record SendResult(SendOutcome Outcome, string? MessageId = null, TimeSpan? RetryAfter = null)
{
    /// <summary>The platform's channel of the direct messages that it went to; null where it went elsewhere, or nowhere.</summary>
    public string? DirectChannel { get; init; }
}

/// <summary>What can become of a message; each calls for another reaction.</summary>
public enum SendOutcome
{
    /// <summary>It is there, from this attempt or an earlier one.</summary>
    Sent,

    /// <summary>It is surely not there, and a later attempt may succeed: a limit, an outage.</summary>
    NotNow,

    /// <summary>It may be there or not, and the platform does not let us look.</summary>
    Unknown,

    /// <summary>The place does not exist any more.</summary>
    Gone,

    /// <summary>The bot may not write there.</summary>
    NoAccess,

    /// <summary>The person takes no direct messages.</summary>
    DirectMessagesClosed,

    /// <summary>The platform refuses this content anywhere.</summary>
    ContentRefused,

    /// <summary>The platform has stopped for good: see <see cref="IChatPlatform.Status"/>.</summary>
    PlatformStopped,
}
