using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Platform;

/// <summary>Answers somebody who did something: seen by them alone, unless it was asked for otherwise.</summary>
internal sealed partial class CallerAnswer(SlackApi api, ILogger<CallerAnswer> logger)
{
    private const int LongestName = 80;

    /// <param name="caller">Who, and where.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="isShared">True if everyone there should see it; what is private stays so.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task GiveAsync(Caller caller, ChatReply reply, bool isShared, CancellationToken cancellationToken)
    {
        try
        {
            await SayAsync(caller, reply, isShared, cancellationToken);
        }
        catch (SlackApiException exception) when (exception.IsContentRefused)
        {
            // Whatever Slack has against the words: somebody waits for some.
            LogRefused(exception.Message);
            await SayAsync(caller, Failed, isShared: false, cancellationToken);
        }
        catch (SlackApiException exception) when (isShared && IsOfPlace(exception))
        {
            // Everyone cannot see it there; whoever asked still can.
            await SayAsync(caller, reply, isShared: false, cancellationToken);
        }
    }

    private async Task SayAsync(Caller caller, ChatReply reply, bool isShared, CancellationToken cancellationToken)
    {
        var isPublic = (isShared || caller.IsAlone) && !reply.IsPrivate;
        var isSigned = isPublic && !caller.IsAlone;
        foreach (var (index, message) in SlackRenderer.Render(reply, canShare: !isPublic && caller is { Channel: not null, IsDirect: false }).Index())
        {
            await GiveAsync(caller, isSigned && index == 0 ? Signed(message, caller.Name) : message, isPublic, cancellationToken);
        }
    }

    private async Task GiveAsync(Caller caller, SlackMessage message, bool isPublic, CancellationToken cancellationToken)
    {
        if (caller.ResponseUrl is not { } url || !await TryRespondAsync(url, caller, message, isPublic, cancellationToken))
        {
            await WriteAsync(caller, message, isPublic, cancellationToken);
        }
    }

    // It takes no right to write in the channel, but has five uses within half an hour.
    private async Task<bool> TryRespondAsync(Uri url, Caller caller, SlackMessage message, bool isPublic, CancellationToken cancellationToken)
    {
        try
        {
            var response = new ResponseMessage(message.Text, message.Blocks)
            {
                ResponseType = isPublic ? "in_channel" : "ephemeral",
                ThreadTs = caller.Thread,
            };
            await api.RespondAsync(url, response, cancellationToken);
            return true;
        }
        catch (SlackApiException)
        {
            return false;
        }
        catch (SlackUnavailableException exception) when (!isPublic || !exception.MayHaveArrived)
        {
            // What one person sees is better there twice than not at all.
            return false;
        }
    }

    private async Task WriteAsync(Caller caller, SlackMessage message, bool isPublic, CancellationToken cancellationToken)
    {
        if (caller.Channel is not { } channel)
        {
            await WriteDirectlyAsync(caller.User, message, cancellationToken);
            return;
        }

        try
        {
            await (isPublic || caller.IsDirect
                ? api.PostMessageAsync(channel, caller.Thread, message, cancellationToken)
                : api.PostEphemeralAsync(channel, caller.User, caller.Thread, message, cancellationToken));
        }
        catch (SlackApiException exception) when (!isPublic && IsOfPlace(exception))
        {
            await WriteDirectlyAsync(caller.User, message, cancellationToken);
        }
    }

    private static bool IsOfPlace(SlackApiException refusal) =>
        refusal.Error is "channel_not_found" or "not_in_channel" or "user_not_in_channel" or "is_archived"
        || refusal.Error.StartsWith("restricted_action", StringComparison.Ordinal);

    private async Task WriteDirectlyAsync(string user, SlackMessage message, CancellationToken cancellationToken) =>
        await api.PostMessageAsync(await api.OpenDirectMessageAsync(user, cancellationToken), threadTs: null, message, cancellationToken);

    private static ChatReply Failed { get; } =
        new("Something went wrong", new ReplyBlock.Paragraph("Sorry, that is my fault and not yours; it has been logged.")) { IsPrivate = true };

    // Who shows an answer to everyone says so; nobody is pinged by it.
    private static SlackMessage Signed(SlackMessage message, string? name)
    {
        var line = $"Shared by {(SlackText.Clip(name ?? "", LongestName) is { Length: > 0 } clipped ? clipped : "a member")}";
        return message with
        {
            Text = $"{SlackText.Inert(line, isStart: true)}\n\n{message.Text}",
            Blocks = [new ContextBlock([TextObject.Plain(line)]), .. message.Blocks ?? []],
        };
    }

    [LoggerMessage(1, LogLevel.Error, "Slack refused an answer: {Reason}")]
    private partial void LogRefused(string reason);
}
