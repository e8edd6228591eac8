namespace MLCareerBot.Chat;

/// <summary>
/// A place the bot lives in: Discord, Slack, a terminal. An implementation turns what people say into
/// <see cref="ChatRequest"/>s for the router and renders its replies; nothing else sees the platform's own types.
/// </summary>
public interface IChatPlatform
{
    /// <summary>The name used in <see cref="ChatAddress.Platform"/>, in logs and in settings.</summary>
    string Name { get; }

    /// <summary>Runs until the platform ends by itself (a terminal that is closed) or is told to stop.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
