using MLCareerBot.Discord.Operations;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Adds up what somebody may do in a channel, in Discord's own order: the roles, then what the channel changes for everybody,
/// for the roles and for the person (https://discord.com/developers/docs/topics/permissions#permission-overwrites).
/// </summary>
internal static class ChannelPermissions
{
    private const ulong All = ulong.MaxValue;

    /// <summary>The bits of what somebody may do.</summary>
    /// <param name="guild">The server with its roles.</param>
    /// <param name="overwrites">Of the channel, or for a thread those of the channel it hangs from.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="member">The person's roles and time-out.</param>
    /// <param name="now">The time.</param>
    public static ulong Of(Guild guild, IReadOnlyList<Overwrite> overwrites, string userId, Member member, DateTimeOffset now)
    {
        var roles = new HashSet<string>(member.Roles ?? [], StringComparer.Ordinal);
        var granted = (guild.Roles ?? []).Where(role => role.Id == guild.Id || roles.Contains(role.Id)).Aggregate(0UL, (bits, role) => bits | Bits(role.Permissions));
        if (userId == guild.OwnerId || (granted & DiscordPermissions.Administrator) != 0)
        {
            return All;
        }

        granted = Apply(granted, overwrites.Where(overwrite => overwrite.Id == guild.Id));
        granted = Apply(granted, overwrites.Where(overwrite => roles.Contains(overwrite.Id)));
        granted = Apply(granted, overwrites.Where(overwrite => overwrite.Id == userId));

        // Nobody does anything where they see nothing, and whoever is timed out only looks.
        return (granted & DiscordPermissions.ViewChannels) == 0 ? 0
            : member.CommunicationDisabledUntil > now ? granted & (DiscordPermissions.ViewChannels | DiscordPermissions.ReadHistory)
            : granted;
    }

    // Of several roles, one that allows outdoes all that deny.
    private static ulong Apply(ulong granted, IEnumerable<Overwrite> overwrites)
    {
        var (allowed, denied) = overwrites.Aggregate((0UL, 0UL), (bits, overwrite) => (bits.Item1 | Bits(overwrite.Allow), bits.Item2 | Bits(overwrite.Deny)));
        return (granted & ~denied) | allowed;
    }

    private static ulong Bits(string? number) => DiscordPermissions.BitsOf(number);
}
