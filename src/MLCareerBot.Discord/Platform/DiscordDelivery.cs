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
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(60);

    private const int HistoryRead = 50;

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
            closed.Learn(message.To, result.Outcome);
            return result;
        }
    }

    private async Task<SendResult> SendOnceAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var channel = message.To.DirectUser is { } user
            ? await api.OpenDirectMessageAsync(user, cancellationToken)
            : message.To.Thread ?? message.To.Conversation;
        if (message.FirstTriedAt is { } firstTry && clock.GetUtcNow() - firstTry > NonceLifetime)
        {
            var search = await SearchAsync(channel, message.Key, firstTry - Slack, cancellationToken);
            if (search.Outcome is not SendOutcome.NotNow)
            {
                return search;
            }
        }

        Message? last = null;
        foreach (var (index, body) in DiscordRenderer.Render(message.Reply, deliveryKey: message.Key).Index())
        {
            var nonce = MessageNonce.For(string.Create(CultureInfo.InvariantCulture, $"{message.Key}.{index}"));
            last = await api.CreateMessageAsync(channel, body with { Nonce = nonce, EnforceNonce = true }, cancellationToken);
        }

        return new(SendOutcome.Sent, last?.Id);
    }

    // Sent if it is there, not now if it is surely not, unknown where we may not look.
    private async Task<SendResult> SearchAsync(string channel, string key, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            var history = await api.GetMessagesAsync(channel, HistoryRead, Snowflake.At(since), cancellationToken);
            var found = history.FirstOrDefault(message => Carries(message.Components, new ButtonId.Tip(key).Write()));
            return found is null ? new(SendOutcome.NotNow) : new(SendOutcome.Sent, found.Id);
        }
        catch (DiscordApiException exception) when (exception.Code is DiscordErrorCode.NoAccess or DiscordErrorCode.NoPermission)
        {
            return new(SendOutcome.Unknown);
        }
    }

    private static bool Carries(IReadOnlyList<Component>? components, string? customId) =>
        components?.Any(component => component.CustomId == customId || Carries(component.Components, customId)) is true;
}
