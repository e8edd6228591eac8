namespace MLCareerBot.Fakes.Discord;

/// <summary>What the rate limits say about a request: headers for its answer, and perhaps a refusal.</summary>
internal sealed record LimitVerdict(IReadOnlyDictionary<string, string> Headers, LimitRefusal? Refusal);
