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
}
