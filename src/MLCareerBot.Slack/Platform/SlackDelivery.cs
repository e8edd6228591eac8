using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Platform;

/// <summary>
/// Sends what nobody asked for just now, so that it is seen once. Slack does not refuse a second copy
/// (https://github.com/slackapi/slack-api-specs/issues/10), so after any doubt the first one is looked for before another is sent.
/// </summary>
internal sealed partial class SlackDelivery(
    SlackApi api, SlackSession session, ClosedChannels closed, TimeProvider clock, ILogger<SlackDelivery> logger)
{
    /// <summary>The platform's clock and ours may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>How long what may be on its way has to show up, before it is looked for once more.</summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(10);

    private const int HistoryRead = 100;
    private const int MostRemembered = 10_000;

    private static readonly Dictionary<string, string?> Nothing = [];

    // A token that reads direct messages need not read channels, and one for public channels no private ones.
    private readonly Recent<string, byte> _unreadable = new(MostRemembered);

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
            if (message.DirectChannel is not null && result.Outcome is (SendOutcome.Gone or SendOutcome.NoAccess))
            {
                // The channel was that of another app, whose token was in use before.
                return await SendAsync(message with { DirectChannel = null }, cancellationToken);
            }

            Learn(exception);
            closed.Learn(message.To, result.Outcome);
            return result;
        }
    }

    private async Task<SendResult> SendOnceAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var channel = message.To.DirectUser is { } user
            ? message.DirectChannel ?? await api.OpenDirectMessageAsync(user, cancellationToken)
            : message.To.Conversation;
        var earlier = message.FirstTriedAt is { } firstTry ? await FindAsync(channel, message, firstTry, cancellationToken) : Nothing;
        if (earlier is null)
        {
            return new(SendOutcome.Unknown);
        }

        var begun = clock.GetUtcNow();
        try
        {
            return Sent(await SendAllAsync(channel, message, earlier, cancellationToken));
        }
        catch (SlackUnavailableException exception) when (exception.MayHaveArrived)
        {
            // Not found twice, it is most likely not there: the next attempt looks once more before it sends.
            return await FindLaterAsync(channel, message, begun, cancellationToken) switch
            {
                null => new(SendOutcome.Unknown),
                var found when found.TryGetValue(message.Key, out var ts) => Sent(ts),
                _ => new(SendOutcome.NotNow),
            };
        }

        SendResult Sent(string? ts) => new(SendOutcome.Sent, ts) { DirectChannel = message.To.DirectUser is null ? null : channel };
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
            last = earlier.TryGetValue(key, out var ts) ? ts : await api.PostMessageAsync(channel, message.To.Thread, marked, message.IsOneOfMany, cancellationToken);
        }

        return last;
    }

    private async Task<IReadOnlyDictionary<string, string?>?> FindLaterAsync(
        string channel, OutboundMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = await FindAsync(channel, message, since, cancellationToken);
        if (found is null || found.ContainsKey(message.Key))
        {
            return found;
        }

        await Task.Delay(SecondLook, clock, cancellationToken);
        return await FindAsync(channel, message, since, cancellationToken);
    }

    // What is there of it, by key; null where we may not look or cannot see all of it. Threads are no part of the history.
    private async Task<IReadOnlyDictionary<string, string?>?> FindAsync(
        string channel, OutboundMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (message.To.Thread is not null || _unreadable.TryGet(channel, out _))
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
        catch (SlackApiException exception) when (exception.Error is "not_in_channel")
        {
            return null;
        }
        catch (SlackApiException exception) when (exception.Error is "missing_scope")
        {
            _unreadable.Set(channel, 0);
            LogUnreadable(exception.Needed ?? "a scope");
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

    [LoggerMessage(1, LogLevel.Warning, "Whether a message arrived cannot be looked up where it went: that takes {Scope}, as docs/running.md says.")]
    private partial void LogUnreadable(string scope);
}
