using System.Globalization;

namespace MLCareerBot.Discord.Operations;

/// <summary>What the bot must be allowed to do: bits of https://discord.com/developers/docs/topics/permissions.</summary>
internal static class DiscordPermissions
{
    /// <summary>Whoever has it may do everything.</summary>
    public const ulong Administrator = 1UL << 3;

    private const ulong ManageServer = 1UL << 5;

    // Named as in Discord's own settings.
    private static readonly (string Name, ulong Bit)[] Named =
    [
        ("View Channels", 1UL << 10),
        ("Send Messages", 1UL << 11),
        ("Embed Links", 1UL << 14),
        ("Read Message History", 1UL << 16),
        ("Send Messages in Threads", 1UL << 38),
    ];

    /// <summary>All of them.</summary>
    public static ulong Needed { get; } = Named.Aggregate(0UL, (bits, permission) => bits | permission.Bit);

    /// <summary>What it takes to post in a channel, or in a thread.</summary>
    public static ulong ToPost(bool isThread) => (1UL << 10) | (isThread ? 1UL << 38 : 1UL << 11);

    /// <summary>The names of those of some bits that are not granted.</summary>
    public static string Names(ulong bits) => string.Join(" and ", Named.Where(permission => (bits & permission.Bit) != 0).Select(permission => permission.Name));

    /// <summary>The names of those not granted.</summary>
    /// <param name="granted">Bits as a decimal number, as Discord sends them.</param>
    public static IReadOnlyList<string> Missing(string? granted) =>
        [.. Named.Where(permission => (BitsOf(granted) & (permission.Bit | Administrator)) == 0).Select(permission => permission.Name)];

    /// <summary>True for people who may administer the bot in their server.</summary>
    /// <param name="granted">Bits as a decimal number; what is no number grants nothing.</param>
    public static bool MayManage(string? granted) => (BitsOf(granted) & (ManageServer | Administrator)) != 0;

    /// <summary>Reads bits; what is no number grants nothing.</summary>
    public static ulong BitsOf(string? granted) => ulong.TryParse(granted, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
}
