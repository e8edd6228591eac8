using MLCareerBot.Chat;
using MLCareerBot.Discord.Operations;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Platform;

/// <summary>Says what the rights of two mean for tips in a channel: of whoever sends them there, and of the bot.</summary>
internal static class PlaceRules
{
    /// <summary>The asker comes first: whoever may not write there learns nothing else about the place.</summary>
    /// <param name="channel">A channel of a kind that tips can go to.</param>
    /// <param name="asker">What the asker may do there.</param>
    /// <param name="bot">What the bot may do there.</param>
    public static PlaceFinding Judge(Channel channel, ulong asker, ulong bot)
    {
        var needed = DiscordPermissions.ToPost(ChannelType.IsThread(channel.Type));
        return (needed & ~asker) != 0 ? PlaceFinding.Closed("You may not write in that channel yourself, so you cannot send tips there.")
            : channel.ThreadMetadata is { Locked: true } ? PlaceFinding.Closed("That thread is locked. Unlock it, then try again.")
            : (needed & ~bot) is not 0 and var missing ? PlaceFinding.Closed($"I may not post there. Let me have {DiscordPermissions.Names(missing)} in that channel, then try again.")
            : (bot & DiscordPermissions.ReadHistory) == 0 ? PlaceFinding.OpenBut($"Let me have {DiscordPermissions.Names(DiscordPermissions.ReadHistory)} there too: without it I cannot see after a fault whether a tip arrived.")
            : PlaceFinding.Open;
    }
}
