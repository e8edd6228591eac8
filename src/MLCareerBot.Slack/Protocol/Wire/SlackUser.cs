namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>A person in the workspace, as <c>users.info</c> shows them.</summary>
internal sealed record SlackUser
{
    public required string Id { get; init; }

    /// <summary>The workspace the person belongs to.</summary>
    public string? TeamId { get; init; }

    /// <summary>An IANA zone, where Slack knows it.</summary>
    public string? Tz { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }
}
