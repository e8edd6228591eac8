namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>
/// A message the bot writes, wherever it goes. It is the only type that is ever sent as one, and it cannot be made
/// without <see cref="AllowedMentions"/>: without them, Discord would ping whom the text names.
/// </summary>
internal sealed record MessageBody
{
    /// <summary>Nobody is ever pinged.</summary>
    public AllowedMentions AllowedMentions { get; } = new();

    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>Bits of <see cref="MessageFlags"/>.</summary>
    public int Flags { get; init; } = MessageFlags.IsComponentsV2;

    /// <summary>At most 25 characters. With <see cref="EnforceNonce"/>, a second copy within minutes brings back the first.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>The same message, seen by the asker alone.</summary>
    public MessageBody AsEphemeral() => this with { Flags = Flags | MessageFlags.Ephemeral };
}

/// <summary>Whom a message may ping. Always nobody.</summary>
internal sealed record AllowedMentions
{
    public IReadOnlyList<string> Parse { get; } = [];

    public bool RepliedUser { get; }
}

/// <summary>The message that another one answers.</summary>
internal sealed record MessageReference
{
    public required string MessageId { get; init; }

    /// <summary>A deleted question is answered all the same.</summary>
    public bool FailIfNotExists { get; }
}
