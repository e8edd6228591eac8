namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>A server, as far as it says who may do what: https://discord.com/developers/docs/resources/guild.</summary>
internal sealed record Guild
{
    public required string Id { get; init; }

    public string? OwnerId { get; init; }

    /// <summary>The one for everybody, whose id is the server's, among them.</summary>
    public IReadOnlyList<Role>? Roles { get; init; }
}

/// <summary>A role.</summary>
internal sealed record Role
{
    public required string Id { get; init; }

    /// <summary>Bits as a decimal number.</summary>
    public string? Permissions { get; init; }
}
