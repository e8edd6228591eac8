using System.Globalization;
using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>
/// Slack's Web API, as far as the bot uses it. Every call throws <see cref="SlackApiException"/> for a refusal,
/// <see cref="SlackUnavailableException"/> where there is no definite answer,
/// <see cref="SlackTokenRejectedException"/> once its token was rejected, and
/// <see cref="OperationCanceledException"/> only if the caller's own token ended it.
/// </summary>
/// <param name="web">Carries the calls.</param>
/// <param name="clock">Tells how old what is known has become.</param>
internal sealed class SlackApi(SlackWeb web, TimeProvider clock)
{
    private const int KnownPeople = 10_000;
    private const string False = "false";

    // Admin rights may be taken away; five minutes later the bot knows.
    private static readonly TimeSpan UserLife = TimeSpan.FromMinutes(5);

    private readonly Recent<string, string> _directMessages = new(KnownPeople);
    private readonly Recent<string, (SlackUser User, long ReadAt)> _users = new(KnownPeople);

    /// <summary>Who the bot is here and what it may do.</summary>
    public async Task<SlackIdentity> AuthTestAsync(CancellationToken cancellationToken)
    {
        var call = WebCall.Of(Methods.AuthTest);
        var answer = await web.SendAsync(call, cancellationToken);
        var auth = Verdict.Read(call, answer, WebJson.Default.AuthReply);
        return new(auth.TeamId, auth.UserId, auth.BotId, answer.Scopes) { Team = auth.Team ?? "" };
    }

    /// <summary>Asks, with the app token, where to open a socket. Tried once.</summary>
    public async Task<SocketTicket> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        var connection = await web.ReadAsync(WebCall.Of(Methods.OpenConnection), WebJson.Default.ConnectionReply, cancellationToken);
        return SlackAddress.IsSocket(connection.Url, web.Api)
            ? new(connection.Url)
            : throw new SlackUnavailableException(mayHaveArrived: false, $"{Methods.OpenConnection}: the address given for the socket is not Slack's.");
    }

    /// <summary>Says something in a channel, or in a thread of it. Never repeated once it may have arrived.</summary>
    /// <returns>The message's <c>ts</c>.</returns>
    public Task<string> PostMessageAsync(string channel, string? threadTs, SlackMessage message, CancellationToken cancellationToken) =>
        PostMessageAsync(channel, threadTs, message, isPatient: false, cancellationToken);

    /// <summary>The same; what is patient keeps its distance from the post before it.</summary>
    public async Task<string> PostMessageAsync(
        string channel, string? threadTs, SlackMessage message, bool isPatient, CancellationToken cancellationToken)
    {
        var call = WebCall.Of(
            Methods.PostMessage,
            [("channel", channel), ("thread_ts", threadTs), ("unfurl_links", False), ("unfurl_media", False), .. Content(message)]);
        return (await web.ReadAsync(call.In(channel, isPatient), WebJson.Default.PostReply, cancellationToken)).Ts;
    }

    /// <summary>Says something that one person in the channel sees, until they reload.</summary>
    public Task PostEphemeralAsync(
        string channel, string user, string? threadTs, SlackMessage message, CancellationToken cancellationToken) =>
        web.SendAsync(
            WebCall.Of(Methods.PostEphemeral, [("channel", channel), ("user", user), ("thread_ts", threadTs), .. Content(message)]).In(channel),
            cancellationToken);

    /// <summary>Puts another message in place of one of the bot's.</summary>
    public Task UpdateAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) =>
        web.SendAsync(WebCall.Of(Methods.Update, [("channel", channel), ("ts", ts), .. Content(message)]), cancellationToken);

    /// <summary>Opens a modal. The trigger lives for about three seconds, so it is tried once.</summary>
    public Task<ShownView> OpenViewAsync(string triggerId, SlackView view, CancellationToken cancellationToken) =>
        ShowAsync(WebCall.Of(Methods.OpenView, ("trigger_id", triggerId), Json(view)), cancellationToken);

    /// <summary>Puts another modal in place of the one shown.</summary>
    public Task<ShownView> UpdateViewAsync(string viewId, SlackView view, CancellationToken cancellationToken) =>
        ShowAsync(WebCall.Of(Methods.UpdateView, ("view_id", viewId), Json(view)), cancellationToken);

    /// <summary>Sets what a person sees as the app's home.</summary>
    public Task<ShownView> PublishViewAsync(string user, SlackView view, CancellationToken cancellationToken) =>
        ShowAsync(WebCall.Of(Methods.PublishView, ("user_id", user), Json(view)), cancellationToken);

    /// <summary>The channel of somebody's direct messages with the bot.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenDirectMessageAsync(string user, CancellationToken cancellationToken)
    {
        if (_directMessages.TryGet(user, out var known))
        {
            return known;
        }

        var call = WebCall.Of(Methods.OpenConversation, ("users", user));
        var conversation = await web.ReadAsync(call, WebJson.Default.ConversationReply, cancellationToken);
        _directMessages.Set(user, conversation.Channel.Id);
        return conversation.Channel.Id;
    }

    /// <summary>What was said in a channel, latest first, with all metadata.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="oldest">Only later messages.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<HistoryMessage>> GetHistoryAsync(
        string channel, DateTimeOffset oldest, int limit, CancellationToken cancellationToken)
    {
        var call = WebCall.Of(
            Methods.History,
            ("channel", channel),
            ("oldest", $"{oldest.ToUnixTimeMilliseconds() / 1000m:F6}"),
            ("limit", limit.ToString(CultureInfo.InvariantCulture)),
            ("include_all_metadata", "true"));
        return (await web.ReadAsync(call, WebJson.Default.HistoryReply, cancellationToken)).Messages;
    }

    /// <summary>A person; up to five minutes old.</summary>
    public async Task<SlackUser> GetUserAsync(string user, CancellationToken cancellationToken)
    {
        if (_users.TryGet(user, out var known) && clock.GetElapsedTime(known.ReadAt) < UserLife)
        {
            return known.User;
        }

        var readAt = clock.GetTimestamp();
        var reply = await web.ReadAsync(WebCall.Of(Methods.UserInfo, ("user", user)), WebJson.Default.UserReply, cancellationToken);
        _users.Set(user, (reply.User, readAt));
        return reply.User;
    }

    /// <summary>Says in an assistant's thread what the bot is doing; an empty text takes that back.</summary>
    public Task SetAssistantStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken) =>
        web.SendAsync(
            WebCall.Of(Methods.SetStatus, ("channel_id", channel), ("thread_ts", threadTs), ("status", status)), cancellationToken);

    /// <summary>Offers questions in an assistant's thread; at most four.</summary>
    public Task SetSuggestedPromptsAsync(
        string channel, string threadTs, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken) =>
        web.SendAsync(
            WebCall.Of(
                Methods.SetSuggestedPrompts,
                ("channel_id", channel),
                ("thread_ts", threadTs),
                ("prompts", JsonSerializer.Serialize(prompts, SlackJson.Default.IReadOnlyListSuggestedPrompt))),
            cancellationToken);

    /// <summary>
    /// Answers by the <c>response_url</c> of a command or click: at most 5 times within 30 minutes. Tried once, without any
    /// token, and only at an address of Slack's.
    /// </summary>
    public Task RespondAsync(Uri responseUrl, ResponseMessage message, CancellationToken cancellationToken) =>
        SlackAddress.IsResponse(responseUrl, web.Api)
            ? web.SendAsync(WebCall.To(responseUrl, message), cancellationToken)
            : throw new SlackApiException(Methods.Respond.Name, "address_not_allowed");

    private async Task<ShownView> ShowAsync(WebCall call, CancellationToken cancellationToken) =>
        (await web.ReadAsync(call, WebJson.Default.ViewReply, cancellationToken)).View;

    // Nothing in a text is a name to notify: link_names and parse are off.
    private static IEnumerable<(string Name, string? Value)> Content(SlackMessage message) =>
    [
        ("text", message.Text),
        ("blocks", message.Blocks is { } blocks ? JsonSerializer.Serialize(blocks, SlackJson.Default.IReadOnlyListSlackBlock) : null),
        ("metadata", message.Metadata is { } metadata ? JsonSerializer.Serialize(metadata, SlackJson.Default.MessageMetadata) : null),
        ("link_names", False),
        ("parse", "none"),
    ];

    private static (string Name, string? Value) Json(SlackView view) => ("view", JsonSerializer.Serialize(view, SlackJson.Default.SlackView));
}
