namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>An account, of a person or a program.</summary>
internal sealed record User
{
    public required string Id { get; init; }

    public string? Username { get; init; }

    public bool Bot { get; init; }
}

/// <summary>A person in one server.</summary>
internal sealed record Member
{
    public User? User { get; init; }

    /// <summary>Bits as a decimal number; only in interactions.</summary>
    public string? Permissions { get; init; }

    /// <summary>Ids; the role for everybody is not among them.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The end of a time-out, which may be over.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; init; }
}

/// <summary>The program that a bot account belongs to.</summary>
internal sealed record Application
{
    public required string Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>A server as the bot's own list shows it.</summary>
internal sealed record PartialGuild
{
    public required string Id { get; init; }

    /// <summary>The bot's own permissions: bits as a decimal number.</summary>
    public string? Permissions { get; init; }
}
