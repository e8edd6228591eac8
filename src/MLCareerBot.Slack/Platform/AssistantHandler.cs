using System.Text.Json;
using Microsoft.Extensions.Logging;
using MLCareerBot.Knowledge;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Views;

namespace MLCareerBot.Slack.Platform;

/// <summary>What the assistant's pane has beside messages. None of it is worth an answer: what fails is left out.</summary>
internal sealed partial class AssistantHandler(SlackApi api, SlackSession session, KnowledgeBase knowledge, ILogger<AssistantHandler> logger)
{
    private const string LookingUp = "is looking it up...";

    /// <summary>Offers questions in a new thread.</summary>
    public async Task BeginAsync(JsonElement started, CancellationToken cancellationToken)
    {
        if (started.Object("assistant_thread") is { } thread && thread.Text("channel_id") is { } channel && thread.Text("thread_ts") is { } ts)
        {
            await TryAsync(Methods.SetSuggestedPrompts, () => api.SetSuggestedPromptsAsync(channel, ts, AssistantPrompts.For(knowledge.Pack), cancellationToken));
        }
    }

    /// <summary>Says that the bot is at work in a thread; true if that has to be taken back.</summary>
    public Task<bool> SayBusyAsync(string channel, string thread, CancellationToken cancellationToken) =>
        TryAsync(Methods.SetStatus, () => api.SetAssistantStatusAsync(channel, thread, LookingUp, cancellationToken));

    /// <summary>Takes it back.</summary>
    public Task SayDoneAsync(string channel, string thread, CancellationToken cancellationToken) =>
        TryAsync(Methods.SetStatus, () => api.SetAssistantStatusAsync(channel, thread, "", cancellationToken));

    private async Task<bool> TryAsync(SlackMethod method, Func<Task> call)
    {
        if (session.Lacks(method))
        {
            return false;
        }

        try
        {
            await call();
            return true;
        }
        catch (SlackApiException exception)
        {
            session.Learn(exception);
            LogLeftOut(exception.Message);
        }
        catch (SlackUnavailableException exception)
        {
            LogLeftOut(exception.Message);
        }

        return false;
    }

    [LoggerMessage(1, LogLevel.Debug, "The assistant's pane goes without: {Reason}")]
    private partial void LogLeftOut(string reason);
}
