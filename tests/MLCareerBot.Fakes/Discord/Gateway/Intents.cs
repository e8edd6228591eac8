namespace MLCareerBot.Fakes.Discord;

/// <summary>Which events a session asked for, and what it may know of them.</summary>
internal static class Intents
{
    public const long Guilds = 1 << 0;
    public const long GuildMessages = 1 << 9;
    public const long DirectMessages = 1 << 12;
    public const long MessageContent = 1 << 15;

    /// <summary>Those that need Discord's permission: members, presences, message content.</summary>
    public const long Privileged = (1 << 1) | (1 << 8) | MessageContent;

    /// <summary>All that exist.</summary>
    public const long Known = (1L << 26) - 1;

    /// <summary>What a session must have asked for to get an event; 0 when everybody gets it.</summary>
    public static long NeededFor(string type, bool isInGuild) => type switch
    {
        _ when type.StartsWith("MESSAGE_", StringComparison.Ordinal) => isInGuild ? GuildMessages : DirectMessages,
        _ when type.StartsWith("GUILD_", StringComparison.Ordinal) => Guilds,
        _ when type.StartsWith("CHANNEL_", StringComparison.Ordinal) => Guilds,
        _ when type.StartsWith("THREAD_", StringComparison.Ordinal) => Guilds,
        _ => 0,
    };
}
