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

    private static readonly Dictionary<string, string?> Nothing = [];

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
        var earlier = message.FirstTriedAt is { } firstTry ? await FindAsync(channel, message, firstTry, cancellationToken) : Nothing;
        if (earlier is null)
        {
            return new(SendOutcome.Unknown);
        }

        var begun = clock.GetUtcNow();
        try
        {
            return new(SendOutcome.Sent, await SendAllAsync(channel, message, earlier, cancellationToken));
        }
        catch (SlackUnavailableException exception) when (exception.MayHaveArrived)
        {
            // Not found now, it may still be on its way: the next attempt looks again before it sends.
            return await FindAsync(channel, message, begun, cancellationToken) switch
            {
                null => new(SendOutcome.Unknown),
                var found when found.TryGetValue(message.Key, out var ts) => new(SendOutcome.Sent, ts),
                _ => new(SendOutcome.NotNow),
            };
        }
    }

    // The last message has the key itself. Those before it have one of their own, for an attempt may break off between them.
    private async Task<string?> SendAllAsync(
        string channel, OutboundMessage message, IReadOnlyDictionary<string, string?> earlier, CancellationToken cancellationToken)
    {
        if (earlier.TryGetValue(message.Key, out var last))
        {
            return last;
        }

        var pages = SlackRenderer.Render(message.Reply, deliveryKey: message.Key);
        foreach (var (index, page) in pages.Index())
        {
            var key = page.Metadata is null ? $"{message.Key}/{index}" : message.Key;
            var marked = page with { Metadata = pages[^1].Metadata! with { EventPayload = new(key) } }; // Rendered with a key.
            last = earlier.TryGetValue(key, out var ts) ? ts : await api.PostMessageAsync(channel, message.To.Thread, marked, cancellationToken);
        }

        return last;
    }

    // What is there of it, by key; null where we may not look or cannot see all of it. Threads are no part of the history.
    private async Task<IReadOnlyDictionary<string, string?>?> FindAsync(
        string channel, OutboundMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (message.To.Thread is not null || session.Lacks(Methods.History))
        {
            return null;
        }

        try
        {
            var history = await api.GetHistoryAsync(channel, since - Skew, HistoryRead, cancellationToken);
            var found = history.Where(entry => entry.DeliveryKey is not null).GroupBy(entry => entry.DeliveryKey!, StringComparer.Ordinal)
                .ToDictionary(entries => entries.Key, entries => entries.First().Ts, StringComparer.Ordinal);
            return history.Count < HistoryRead || found.ContainsKey(message.Key) ? found : null;
        }
        catch (SlackApiException exception) when (exception.Error is "missing_scope" or "not_in_channel")
        {
            session.Learn(exception);
            return null;
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
