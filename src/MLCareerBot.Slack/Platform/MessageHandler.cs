using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Platform;

/// <summary>Answers messages that are meant for the bot: those that mention it, and direct ones. All others are not its business.</summary>
internal sealed class MessageHandler(SlackApi api, Respondent respondent, AssistantHandler assistant)
{
    /// <summary>True for a message that the bot should answer: a person's, and no news about one, such as an edit.</summary>
    public static bool IsForMe(JsonElement message, string myId) =>
        message.Text("user") is { } user && user != myId
        && message.Text("bot_id") is null && message.Object("bot_profile") is null && message.Text("subtype") is null
        && message.Text("channel") is not null && message.Text("ts") is not null
        && (message.Text("type") == "app_mention" || IsDirect(message) || MessageText.Names(message.Words("text"), myId));

    /// <summary>Answers where it was asked: a mention in its thread, which it opens if there is none; a direct message beside it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="mayBegin">Asked right before the first thing is sent; false means that somebody else has answered or will.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task HandleAsync(JsonElement message, Func<Task<bool>> mayBegin, CancellationToken cancellationToken)
    {
        var isDirect = IsDirect(message);
        if (message.Text("user") is not { } user || message.Text("channel") is not { } channel)
        {
            return;
        }

        var asked = message.Text("thread_ts");
        var caller = new Caller(user, message.Text("user_team") ?? message.Text("team"), channel) { Thread = asked ?? (isDirect ? null : message.Text("ts")) };
        var isBusy = isDirect && asked is not null && await assistant.SayBusyAsync(channel, asked, cancellationToken);
        try
        {
            var line = respondent.Read(MessageText.WordsOf(message.Words("text")));
            var reply = await respondent.ReplyAsync(caller, line, cancellationToken);
            if (!await mayBegin())
            {
                return;
            }

            foreach (var page in SlackRenderer.Render(reply))
            {
                // What concerns the asker alone is said to the asker alone; where no thread was, none is opened for that.
                await (reply.IsPrivate && !isDirect
                    ? api.PostEphemeralAsync(channel, user, asked, page, cancellationToken)
                    : api.PostMessageAsync(channel, caller.Thread, page, cancellationToken));
            }
        }
        finally
        {
            if (isBusy)
            {
                await assistant.SayDoneAsync(channel, asked!, cancellationToken); // Busy only in a thread.
            }
        }
    }

    private static bool IsDirect(JsonElement message) => message.Text("channel_type") == "im";
}
