namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>A message that somebody wrote, the bot included.</summary>
internal sealed record Message
{
    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>Null in direct messages.</summary>
    public string? GuildId { get; init; }

    public User? Author { get; init; }

    /// <summary>Empty where the bot was not addressed: it does not ask for more.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<User>? Mentions { get; init; }

    public string? WebhookId { get; init; }

    /// <summary>One of <see cref="MessageType"/>.</summary>
    public int Type { get; init; }

    public string? Nonce { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }
}

/// <summary>Kinds of messages: https://discord.com/developers/docs/resources/message#message-object-message-types.</summary>
internal static class MessageType
{
    public const int Default = 0;
    public const int Reply = 19;
}

/// <summary>Message flags: https://discord.com/developers/docs/resources/message#message-object-message-flags.</summary>
internal static class MessageFlags
{
    public const int Ephemeral = 1 << 6;
    public const int IsComponentsV2 = 1 << 15;
}
