namespace MLCareerBot.Fakes.Discord;

/// <summary>What a channel of the fake Discord grants or takes away, beside the server's roles.</summary>
/// <param name="IsPerson">Whether it is about one person and not a role.</param>
/// <param name="Allow">Bits.</param>
/// <param name="Deny">Bits.</param>
public sealed record FakeOverwrite(bool IsPerson, ulong Allow, ulong Deny);
