using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Platform;

/// <summary>Finds out about people and places what takes no scope beyond those that are asked for anyway.</summary>
internal sealed class SlackPeople(SlackApi api, SlackSession session)
{
    /// <summary>The zone in somebody's profile; null where Slack does not tell.</summary>
    public async Task<string?> FindZoneAsync(string user, CancellationToken cancellationToken)
    {
        if (session.Lacks(Methods.UserInfo))
        {
            return null;
        }

        try
        {
            return (await api.GetUserAsync(user, cancellationToken)).Tz;
        }
        catch (Exception exception) when (exception is SlackApiException or SlackUnavailableException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether tips can come to a channel, and whether whoever asks is in it: a line there that only they see tells both,
    /// and takes no right to look at channels.
    /// </summary>
    public async Task<PlaceFinding> ExamineAsync(string channel, string user, CancellationToken cancellationToken)
    {
        var line = SlackRenderer.Render(new ChatReply("Daily tips can come here", new ReplyBlock.Note("Only you see this.")))[0];
        try
        {
            await api.PostEphemeralAsync(channel, user, threadTs: null, line, cancellationToken);
            return PlaceFinding.Open;
        }
        catch (SlackApiException exception)
        {
            return PlaceFinding.Closed(Words(exception.Error));
        }
        catch (SlackUnavailableException)
        {
            return PlaceFinding.Closed("Slack does not answer at the moment. Try again in a minute.");
        }
    }

    private static string Words(string error) => error switch
    {
        "not_in_channel" or "channel_not_found" => "I am not in that channel. Invite me first, with /invite and my name, then try again.",
        "user_not_in_channel" => "You are not in that channel yourself. Join it, then try again.",
        "is_archived" => "That channel is archived.",
        "restricted_action" or "restricted_action_read_only_channel" => "The workspace lets only some people write in that channel, and me not.",
        "missing_scope" => "I lack a scope to write there. Reinstall the app with the manifest that 'manifest slack' prints.",
        _ => $"Slack does not let me write there ({error}).",
    };
}
