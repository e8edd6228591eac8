namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>A root command as it is registered: https://discord.com/developers/docs/interactions/application-commands.</summary>
internal sealed record CommandDefinition
{
    /// <summary>One of <see cref="CommandType"/>.</summary>
    public required int Type { get; init; }

    /// <summary>1 to 32 characters, lower case for slash commands.</summary>
    public required string Name { get; init; }

    /// <summary>1 to 100 characters; empty for message commands.</summary>
    public string Description { get; init; } = "";

    /// <summary>At most 25.</summary>
    public IReadOnlyList<OptionDefinition>? Options { get; init; }

    /// <summary>Bits as a decimal number: who sees it unless a server decides otherwise. Null for everybody.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>0 for servers, 1 for people's own installs.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>0 in servers, 1 in direct messages with the bot, 2 in other direct messages.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }
}

/// <summary>A subcommand group, a subcommand or a field.</summary>
internal sealed record OptionDefinition
{
    /// <summary>One of <see cref="OptionType"/>.</summary>
    public required int Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<OptionDefinition>? Options { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Of <see cref="ChannelType"/>: the channels to choose from.</summary>
    public IReadOnlyList<int>? ChannelTypes { get; init; }
}

/// <summary>A value to choose.</summary>
/// <param name="Name">What people see; 1 to 100 characters.</param>
/// <param name="Value">What the bot gets; 1 to 100 characters.</param>
internal sealed record CommandChoice(string Name, string Value);

/// <summary>Kinds of root commands.</summary>
internal static class CommandType
{
    public const int Slash = 1;
    public const int Message = 3;
}

/// <summary>Kinds of options.</summary>
internal static class OptionType
{
    public const int Subcommand = 1;
    public const int SubcommandGroup = 2;
    public const int Text = 3;
    public const int Boolean = 5;
    public const int Channel = 7;
}
