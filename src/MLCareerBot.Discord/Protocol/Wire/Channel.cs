namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>A place to talk: https://discord.com/developers/docs/resources/channel.</summary>
internal sealed record Channel
{
    public required string Id { get; init; }

    /// <summary>One of <see cref="ChannelType"/>, or one that the bot has no use for.</summary>
    public int Type { get; init; }

    public string? GuildId { get; init; }

    /// <summary>The channel that a thread hangs from, or the category of a channel.</summary>
    public string? ParentId { get; init; }

    /// <summary>What differs here from the server's roles; a thread has none of its own.</summary>
    public IReadOnlyList<Overwrite>? PermissionOverwrites { get; init; }

    /// <summary>Of a thread.</summary>
    public ThreadMetadata? ThreadMetadata { get; init; }
}

/// <summary>What is said of threads alone.</summary>
internal sealed record ThreadMetadata
{
    /// <summary>True where moderators alone may go on.</summary>
    public bool Locked { get; init; }
}

/// <summary>What is granted or taken away in one channel. Bits are decimal numbers.</summary>
internal sealed record Overwrite
{
    /// <summary>Of a role or a person; the server's own for everybody.</summary>
    public required string Id { get; init; }

    public string? Allow { get; init; }

    public string? Deny { get; init; }
}

/// <summary>Kinds of channels that tips can go to.</summary>
internal static class ChannelType
{
    public const int Text = 0;
    public const int Announcement = 5;
    public const int AnnouncementThread = 10;
    public const int PublicThread = 11;
    public const int PrivateThread = 12;

    public static IReadOnlyList<int> ForTips { get; } = [Text, Announcement, AnnouncementThread, PublicThread, PrivateThread];

    public static bool IsThread(int type) => type is AnnouncementThread or PublicThread or PrivateThread;
}
