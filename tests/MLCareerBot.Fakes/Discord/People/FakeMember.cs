namespace MLCareerBot.Fakes.Discord;

/// <summary>What a server knows of somebody beyond the account; at first everybody is an ordinary member.</summary>
internal sealed record FakeMember
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public DateTimeOffset? TimedOutUntil { get; init; }

    public bool HasLeft { get; init; }
}
