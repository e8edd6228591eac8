using System.Globalization;

namespace MLCareerBot.Discord.Operations;

/// <summary>What the bot must be allowed to do: bits of https://discord.com/developers/docs/topics/permissions.</summary>
internal static class DiscordPermissions
{
    /// <summary>Whoever has it may do everything.</summary>
    public const ulong Administrator = 1UL << 3;

    /// <summary>To see that there is a channel.</summary>
    public const ulong ViewChannels = 1UL << 10;

    /// <summary>To look for what was said before.</summary>
    public const ulong ReadHistory = 1UL << 16;

    /// <summary>To see and keep in order all threads.</summary>
    public const ulong ManageThreads = 1UL << 34;

    private const ulong ManageServer = 1UL << 5;
    private const ulong SendMessages = 1UL << 11;
    private const ulong SendInThreads = 1UL << 38;

    // Named as in Discord's own settings.
    private static readonly (string Name, ulong Bit)[] Named =
    [
        ("View Channels", ViewChannels),
        ("Send Messages", SendMessages),
        ("Embed Links", 1UL << 14),
        ("Read Message History", ReadHistory),
        ("Send Messages in Threads", SendInThreads),
    ];

    /// <summary>All of them.</summary>
    public static ulong Needed { get; } = Named.Aggregate(0UL, (bits, permission) => bits | permission.Bit);

    /// <summary>What it takes to post in a channel, or in a thread.</summary>
    public static ulong ToPost(bool isThread) => ViewChannels | (isThread ? SendInThreads : SendMessages);

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
