namespace MLCareerBot.Chat;

/// <summary>
/// A place the bot lives in: Discord, Slack, a terminal. An implementation turns what people say into
/// <see cref="ChatRequest"/>s for the router and renders its replies; nothing else sees the platform's own types.
/// </summary>
public interface IChatPlatform
{
    /// <summary>The name used in <see cref="ChatAddress.Platform"/>, in logs and in settings.</summary>
    string Name { get; }

    /// <summary>How the connection is at this moment.</summary>
    PlatformStatus Status { get; }

    /// <summary>
    /// Runs until the platform ends by itself (a terminal that is closed) or is told to stop. Passing faults are the
    /// implementation's to mend; it throws <see cref="PlatformStoppedException"/> for what only an operator can.
    /// </summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Says something that nobody asked for just now. Never throws for what the platform answered.</summary>
    Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Looks whether the bot may write in a place, and whether this person may too, so that nobody sends it where they
    /// could not speak themselves. Never throws for what the platform answered. A note that only this person sees may be left there.
    /// </summary>
    Task<PlaceFinding> ExamineAsync(ChatAddress place, ChatUser asker, CancellationToken cancellationToken);

    /// <summary>Id of the IANA zone in the person's profile, or null where the platform has none or does not tell.</summary>
    Task<string?> FindZoneAsync(string user, CancellationToken cancellationToken);
}
