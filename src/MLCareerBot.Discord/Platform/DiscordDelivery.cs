using System.Globalization;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Sends what nobody asked for just now, so that it is seen once. Within minutes Discord itself refuses the second copy
/// by its nonce; later the channel's history is searched for the first one.
/// </summary>
internal sealed class DiscordDelivery(DiscordApi api, GuildRoster guilds, ClosedChannels closed, TimeProvider clock)
{
    /// <summary>Discord documents "the past few minutes"; this is on the safe side of them.</summary>
    private static readonly TimeSpan NonceLifetime = TimeSpan.FromMinutes(2);

    /// <summary>The platform's clock and ours may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>The longest page there is; pages come from the first attempt on, the oldest first.</summary>
    private const int HistoryPage = 100;

    /// <summary>Where more was said than this many pages hold, nobody can tell.</summary>
    private const int MostPages = 10;

    public async Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (guilds.HasLeft(message.To.Workspace))
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
        catch (Exception exception) when (DiscordSend.ResultOf(exception) is { } result)
        {
            if (message.DirectChannel is not null && result.Outcome is (SendOutcome.Gone or SendOutcome.NoAccess))
            {
                // The channel was that of another bot, whose token was in use before.
                return await SendAsync(message with { DirectChannel = null }, cancellationToken);
            }

            closed.Learn(message.To, result.Outcome);
            return result;
        }
    }

    private async Task<SendResult> SendOnceAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var channel = message.To.DirectUser is { } user
            ? message.DirectChannel ?? await api.OpenDirectMessageAsync(user, cancellationToken)
            : message.To.Thread ?? message.To.Conversation;
        var (earlier, isAll) = await EarlierAsync(channel, message.FirstTriedAt, cancellationToken);
        if (earlier.FirstOrDefault(one => Carries(one.Components, new ButtonId.Tip(message.Key).Write())) is { } whole)
        {
            return Sent(whole.Id);
        }

        return isAll ? Sent(await SendAllAsync(channel, message, earlier, cancellationToken)) : new(SendOutcome.Unknown);

        SendResult Sent(string? id) => new(SendOutcome.Sent, id) { DirectChannel = message.To.DirectUser is null ? null : channel };
    }

    // The key is in the last message alone; of those before it, an attempt that broke off may have left some.
    private async Task<string?> SendAllAsync(string channel, OutboundMessage message, IReadOnlyList<Message> earlier, CancellationToken cancellationToken)
    {
        Message? last = null;
        foreach (var (index, body) in DiscordRenderer.Render(message.Reply, deliveryKey: message.Key).Index())
        {
            var nonce = MessageNonce.For(string.Create(CultureInfo.InvariantCulture, $"{message.Key}.{index}"));
            last = earlier.FirstOrDefault(one => SaysTheSame(one.Components, body.Components))
                ?? await api.CreateMessageAsync(channel, body with { Nonce = nonce, EnforceNonce = true }, cancellationToken);
        }

        return last?.Id;
    }

    // What was said there since the first attempt, where that is longer ago than nonces live, and whether it is all of it.
    private async Task<(IReadOnlyList<Message> Messages, bool IsAll)> EarlierAsync(string channel, DateTimeOffset? firstTry, CancellationToken cancellationToken)
    {
        if (firstTry is not { } since || clock.GetUtcNow() - since <= NonceLifetime)
        {
            return ([], true);
        }

        List<Message> messages = [];
        try
        {
            var after = Snowflake.At(since - Skew);
            for (var page = 0; page < MostPages; page++)
            {
                var next = await api.GetMessagesAsync(channel, HistoryPage, after, cancellationToken);
                messages.AddRange(next);
                if (next.Count < HistoryPage)
                {
                    return (messages, true);
                }

                after = next[0].Id;
            }
        }
        catch (DiscordApiException exception) when (exception.Code is DiscordErrorCode.NoAccess or DiscordErrorCode.NoPermission)
        {
            // We may not look.
        }

        return (messages, false);
    }

    private static bool SaysTheSame(IReadOnlyList<Component>? one, IReadOnlyList<Component> other) =>
        one is { Count: var count } && count == other.Count && one.Zip(other).All(pair => pair.First.Content is { } text && text == pair.Second.Content);

    private static bool Carries(IReadOnlyList<Component>? components, string? customId) =>
        components?.Any(component => component.CustomId == customId || Carries(component.Components, customId)) is true;
}
