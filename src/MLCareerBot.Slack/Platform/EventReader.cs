using System.Text.Json;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Slack.Protocol;

namespace MLCareerBot.Slack.Platform;

/// <summary>Says what an event calls for. Most call for nothing.</summary>
internal sealed partial class EventReader(
    SlackSession session,
    ClosedChannels closed,
    MessageHandler messages,
    HomeHandler home,
    AssistantHandler assistant,
    KeptEvents kept,
    PlaceWatch places,
    ILogger<EventReader> logger)
{
    /// <summary>The message in an event that the bot should answer, or null.</summary>
    public JsonElement? MessageIn(JsonElement payload) =>
        payload.Object("event") is { } happened && happened.Text("type") is "app_mention" or "message" && MessageHandler.IsForMe(happened, session.UserId) ? happened : null;

    /// <summary>Answers a message that was kept.</summary>
    public Task AnswerAsync(InboxEvent item, JsonElement message, CancellationToken cancellationToken)
    {
        // Where it is spoken to, the bot is let in.
        Reopen(message);
        return kept.AnswerAsync(item, (mayBegin, token) => messages.HandleAsync(message, mayBegin, token), cancellationToken);
    }

    /// <summary>The work that any other event makes, or null.</summary>
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
        "app_home_opened" when happened.Text("tab") is null or "home" => token => home.ShowAsync(happened, token),
        "assistant_thread_started" => token => assistant.BeginAsync(happened, token),
        "app_uninstalled" when team is null || team == session.TeamId => _ => Done(Leave),
        "tokens_revoked" when IsMine(happened) => _ => Done(Leave),
        "member_joined_channel" when happened.Text("user") == session.UserId => _ => Done(() => Reopen(happened)),
        "channel_unarchive" => _ => Done(() => Reopen(happened)),
        _ => null,
    };

    private void Leave()
    {
        places.Left(SlackPlatform.PlatformName, session.TeamId);
        session.Remove();
    }

    private void Reopen(JsonElement happened)
    {
        var channel = happened.Text("channel") ?? "";
        closed.Reopen(channel);
        places.Heard(SlackPlatform.PlatformName, channel);
    }

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
