using MLCareerBot.Chat;
using MLCareerBot.Discord.Operations;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Platform;

/// <summary>Finds out whether tips can go to a channel: the bot must be allowed to write there, and so must whoever sends them there.</summary>
internal sealed class PlaceExaminer(DiscordApi api, DiscordSession session, TimeProvider clock)
{
    private const string Unreachable = "Discord does not answer at the moment. Try again in a minute.";
    private const string NotSeen = "I cannot see that channel. Let me have View Channels and Send Messages there, then try again.";

    public async Task<PlaceFinding> ExamineAsync(ChatAddress place, string asker, CancellationToken cancellationToken)
    {
        try
        {
            return await HindranceAsync(place, asker, cancellationToken) is { } hindrance ? PlaceFinding.Closed(hindrance) : PlaceFinding.Open;
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
        catch (DiscordUnavailableException)
        {
            return PlaceFinding.Closed(Unreachable);
        }
    }

    private async Task<string?> HindranceAsync(ChatAddress place, string asker, CancellationToken cancellationToken)
    {
        var channel = await api.GetChannelAsync(place.Conversation, cancellationToken);
        if (channel.GuildId is not { } guildId || guildId != place.Workspace)
        {
            return "That channel is not in this server.";
        }

        if (!ChannelType.ForTips.Contains(channel.Type))
        {
            return "Tips can only go to text channels, announcement channels and threads.";
        }

        var overwrites = ChannelType.IsThread(channel.Type) && channel.ParentId is { } parent
            ? (await api.GetChannelAsync(parent, cancellationToken)).PermissionOverwrites
            : channel.PermissionOverwrites;
        var guild = await api.GetGuildAsync(guildId, cancellationToken);
        return await MissingAsync(session.UserId) is not 0 and var mine ? $"I may not post there. Let me have {DiscordPermissions.Names(mine)} in that channel, then try again."
            : await MissingAsync(asker) is not 0 ? "You may not write in that channel yourself, so you cannot send tips there."
            : null;

        async Task<ulong> MissingAsync(string user)
        {
            var member = await api.GetMemberAsync(guildId, user, cancellationToken);
            return DiscordPermissions.ToPost(ChannelType.IsThread(channel.Type)) & ~ChannelPermissions.Of(guild, overwrites ?? [], user, member, clock.GetUtcNow());
        }
    }
}
