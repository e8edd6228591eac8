using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>
/// Slack's Web API, as far as the bot uses it. Every call throws <see cref="SlackApiException"/> for a refusal,
/// <see cref="SlackUnavailableException"/> where there is no definite answer,
/// <see cref="SlackTokenRejectedException"/> once its token was rejected, and
/// <see cref="OperationCanceledException"/> only if the caller's own token ended it.
/// </summary>
internal sealed class SlackApi
{
    /// <summary>Who the bot is here and what it may do.</summary>
    public Task<SlackIdentity> AuthTestAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Asks, with the app token, where to open a socket.</summary>
    public Task<SocketTicket> OpenConnectionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Says something in a channel, or in a thread of it. Never repeated once it may have arrived.</summary>
    /// <returns>The message's <c>ts</c>.</returns>
    public Task<string> PostMessageAsync(
        string channel, string? threadTs, SlackMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Says something that one person in the channel sees, until they reload.</summary>
    public Task PostEphemeralAsync(
        string channel, string user, string? threadTs, SlackMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Puts another message in place of one of the bot's.</summary>
    public Task UpdateAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Opens a modal. The trigger lives for about three seconds, so it is tried once.</summary>
    public Task<ShownView> OpenViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Puts another modal in place of the one shown.</summary>
    public Task UpdateViewAsync(string viewId, SlackView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Sets what a person sees as the app's home.</summary>
    public Task PublishViewAsync(string user, SlackView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The channel of somebody's direct messages with the bot.</summary>
    /// <returns>Its id.</returns>
    public Task<string> OpenDirectMessageAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>What was said in a channel, latest first, with all metadata.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="oldest">Only later messages.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<HistoryMessage>> GetHistoryAsync(
        string channel, DateTimeOffset oldest, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>A person; up to five minutes old.</summary>
    public Task<SlackUser> GetUserAsync(string user, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Says in an assistant's thread what the bot is doing; an empty text takes that back.</summary>
    public Task SetAssistantStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Offers questions in an assistant's thread; at most four.</summary>
    public Task SetSuggestedPromptsAsync(
        string channel, string threadTs, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Answers by the <c>response_url</c> of a command or click: at most 5 times within 30 minutes. Tried once, without any token.</summary>
    public Task RespondAsync(Uri responseUrl, ResponseMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
