using MLCareerBot.Chat;
using MLCareerBot.Discord.Operations;
using MLCareerBot.Discord.Protocol;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Finds out whether tips can go to a channel: the bot must be allowed to write there, and so must whoever sends them there.
/// Everything is asked anew for each order, for rights change.
/// </summary>
internal sealed class PlaceExaminer(DiscordApi api, DiscordSession session, TimeProvider clock)
{
    private const string Unreachable = "Discord does not answer at the moment. Try again in a minute.";
    private const string NotSeen = "I cannot see that channel. Let me have View Channels and Send Messages there, then try again.";

    /// <summary>Less than an order may take in all: the reason why it failed is to be the right one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<PlaceFinding> ExamineAsync(ChatAddress place, string asker, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await LookAsync(place, asker, either.Token);
        }
        catch (DiscordApiException exception)
        {
            return PlaceFinding.Closed(exception.Code switch
            {
                DiscordErrorCode.UnknownChannel or DiscordErrorCode.NoAccess or DiscordErrorCode.NoPermission => NotSeen,
                DiscordErrorCode.UnknownMember or DiscordErrorCode.UnknownGuild => "You or I are not in that server.",
                _ => Unreachable,
            });
        }
        catch (Exception exception) when (exception is DiscordUnavailableException or PlatformStoppedException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return PlaceFinding.Closed(Unreachable);
        }
    }

    private async Task<PlaceFinding> LookAsync(ChatAddress place, string asker, CancellationToken cancellationToken)
    {
        // A channel of another server is none of this one's business, and is asked nothing more about.
        var channel = Snowflake.IsOne(place.Conversation) ? await api.GetChannelAsync(place.Conversation, cancellationToken) : null;
        if (channel?.GuildId is not { } guildId || guildId != place.Workspace)
        {
            return PlaceFinding.Closed("That channel is not in this server.");
        }

        if (!ChannelType.ForTips.Contains(channel.Type))
        {
            return PlaceFinding.Closed("Tips can only go to text channels, announcement channels and threads.");
        }

        // All at once, for somebody waits. A thread has no rights of its own.
        var governing = ChannelType.IsThread(channel.Type) && channel.ParentId is { } parent ? api.GetChannelAsync(parent, cancellationToken) : Task.FromResult(channel);
        var guild = api.GetGuildAsync(guildId, cancellationToken);
        var them = api.GetMemberAsync(guildId, asker, cancellationToken);
        var me = api.GetMemberAsync(guildId, session.UserId, cancellationToken);
        await Task.WhenAll(governing, guild, them, me);

        var (server, overwrites, bot) = (await guild, (await governing).PermissionOverwrites ?? [], await me);
        var rights = ChannelPermissions.Of(server, overwrites, asker, await them, clock.GetUtcNow());
        return bot.CommunicationDisabledUntil > clock.GetUtcNow() ? PlaceFinding.Closed("I am timed out in this server. When that is over, try again.")
            : !await SeesAsync(channel, asker, rights, cancellationToken) ? PlaceFinding.Closed("You are not in that thread yourself. Join it, then try again.")
            : PlaceRules.Judge(channel, rights, ChannelPermissions.Of(server, overwrites, session.UserId, bot, clock.GetUtcNow()));
    }

    // A private thread is seen by its members and by moderators, whatever else they may do.
    private async Task<bool> SeesAsync(Channel channel, string user, ulong rights, CancellationToken cancellationToken) =>
        channel.Type != ChannelType.PrivateThread || (rights & DiscordPermissions.ManageThreads) != 0 || await api.IsInThreadAsync(channel.Id, user, cancellationToken);
}
