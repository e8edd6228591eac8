using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Platform;

/// <summary>
/// Sends what nobody asked for just now, so that it is seen once. Slack does not refuse a second copy
/// (https://github.com/slackapi/slack-api-specs/issues/10), so after any doubt the first one is looked for before another is sent.
/// </summary>
internal sealed class SlackDelivery(SlackApi api, SlackSession session, ClosedChannels closed, TimeProvider clock)
{
    /// <summary>The platform's clock and ours may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private const int HistoryRead = 100;

    public async Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (session.IsRemoved)
        {
            return new(SendOutcome.NoAccess);
        }

        if (closed.Find(message.To) is { } known)
        {
            return new(known);
        }

        try
        {
            return await SendOnceAsync(message, cancellationToken);
        }
        catch (Exception exception) when (SlackSend.ResultOf(exception) is { } result)
        {
            Learn(exception);
            closed.Learn(message.To, result.Outcome);
            return result;
        }
    }

    private async Task<SendResult> SendOnceAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var channel = message.To.DirectUser is { } user ? await api.OpenDirectMessageAsync(user, cancellationToken) : message.To.Conversation;
        if (message.FirstTriedAt is { } firstTry && await SearchAsync(channel, message, firstTry, cancellationToken) is var earlier && earlier.Outcome is not SendOutcome.NotNow)
        {
            return earlier;
        }

        var begun = clock.GetUtcNow();
        try
        {
            string? last = null;
            foreach (var page in SlackRenderer.Render(message.Reply, deliveryKey: message.Key))
            {
                last = await api.PostMessageAsync(channel, message.To.Thread, page, cancellationToken);
            }

            return new(SendOutcome.Sent, last);
        }
        catch (SlackUnavailableException exception) when (exception.MayHaveArrived)
        {
            // Not found now, it may still be on its way: the next attempt looks again before it sends.
            return await SearchAsync(channel, message, begun, cancellationToken);
        }
    }

    // Sent if it is there, not now if it is not, unknown where we may not look or cannot see all of it.
    private async Task<SendResult> SearchAsync(string channel, OutboundMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (message.To.Thread is not null || session.Lacks(Methods.History))
        {
            return new(SendOutcome.Unknown);
        }

        try
        {
            var history = await api.GetHistoryAsync(channel, since - Skew, HistoryRead, cancellationToken);
            return history.FirstOrDefault(entry => entry.DeliveryKey == message.Key) is { } found ? new(SendOutcome.Sent, found.Ts)
                : history.Count < HistoryRead ? new(SendOutcome.NotNow)
                : new(SendOutcome.Unknown);
        }
        catch (SlackApiException exception) when (exception.Error is "missing_scope" or "not_in_channel")
        {
            session.Learn(exception);
            return new(SendOutcome.Unknown);
        }
    }

    private void Learn(Exception failure)
    {
        switch (failure)
        {
            case SlackApiException refusal:
                session.Learn(refusal);
                break;
            case PlatformStoppedException stopped:
                session.Break(stopped);
                break;
        }
    }
}
