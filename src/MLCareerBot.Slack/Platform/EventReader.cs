using System.Text.Json;
using Microsoft.Extensions.Logging;
using MLCareerBot.Slack.Protocol;

namespace MLCareerBot.Slack.Platform;

/// <summary>Says what an event calls for. Most call for nothing.</summary>
internal sealed partial class EventReader(
    SlackSession session, ClosedChannels closed, MessageHandler messages, HomeHandler home, AssistantHandler assistant, ILogger<EventReader> logger)
{
    /// <summary>The work that an event makes, or null.</summary>
    public Func<CancellationToken, Task>? WorkFor(JsonElement payload)
    {
        if (payload.Text("type") == "app_rate_limited")
        {
            LogLimited();
        }

        return payload.Object("event") is { } happened ? WorkForInner(happened, payload.Text("team_id")) : null;
    }

    private Func<CancellationToken, Task>? WorkForInner(JsonElement happened, string? team) => happened.Text("type") switch
    {
        "app_mention" or "message" when MessageHandler.IsForMe(happened, session.UserId) => token => TakeAsync(happened, token),
        "app_home_opened" when happened.Text("tab") is null or "home" => token => home.ShowAsync(happened, token),
        "assistant_thread_started" => token => assistant.BeginAsync(happened, token),
        "app_uninstalled" when team is null || team == session.TeamId => _ => Done(session.Remove),
        "tokens_revoked" when IsMine(happened) => _ => Done(session.Remove),
        "member_joined_channel" when happened.Text("user") == session.UserId => _ => Done(() => Reopen(happened)),
        "channel_unarchive" => _ => Done(() => Reopen(happened)),
        _ => null,
    };

    // Where it is spoken to, the bot is let in.
    private Task TakeAsync(JsonElement message, CancellationToken cancellationToken)
    {
        Reopen(message);
        return messages.HandleAsync(message, cancellationToken);
    }

    private void Reopen(JsonElement happened) => closed.Reopen(happened.Text("channel") ?? "");

    // Tokens of people who used the app may be revoked too; the bot has none of those.
    private bool IsMine(JsonElement revoked) => revoked.Object("tokens") is { } tokens && tokens.Texts("bot").Contains(session.UserId, StringComparer.Ordinal);

    private static Task Done(Action note)
    {
        note();
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Warning, "Slack holds events back: there were more than 30,000 within an hour. Some questions will not be answered.")]
    private partial void LogLimited();
}
