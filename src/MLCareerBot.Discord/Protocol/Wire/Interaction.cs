using System.Text.Json;

namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>Something a person did with the bot: https://discord.com/developers/docs/interactions/receiving-and-responding.</summary>
internal sealed record Interaction
{
    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    /// <summary>A secret: whoever has it can answer for the bot for 15 minutes.</summary>
    public required string Token { get; init; }

    /// <summary>One of <see cref="InteractionType"/>.</summary>
    public int Type { get; init; }

    public InteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Who did it, in a server.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it, in direct messages.</summary>
    public User? User { get; init; }
}

/// <summary>Kinds of interactions.</summary>
internal static class InteractionType
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;
}

/// <summary>What was called or clicked.</summary>
internal sealed record InteractionData
{
    /// <summary>The root command.</summary>
    public string? Name { get; init; }

    /// <summary>One of <see cref="CommandType"/>.</summary>
    public int Type { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The button's or the form's.</summary>
    public string? CustomId { get; init; }

    /// <summary>A form's labels, with what was filled in.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The message a message command was called on.</summary>
    public string? TargetId { get; init; }

    public ResolvedData? Resolved { get; init; }
}

/// <summary>A subcommand group, a subcommand or a value.</summary>
internal sealed record InteractionOption
{
    public required string Name { get; init; }

    /// <summary>One of <see cref="OptionType"/>.</summary>
    public int Type { get; init; }

    /// <summary>A string, a number or a truth value.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>True for the field being typed in.</summary>
    public bool Focused { get; init; }
}

/// <summary>What the ids in an interaction stand for.</summary>
internal sealed record ResolvedData
{
    public IReadOnlyDictionary<string, Message>? Messages { get; init; }
}
