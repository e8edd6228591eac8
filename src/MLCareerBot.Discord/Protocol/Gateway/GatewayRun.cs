using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>What the shards of a run have in common.</summary>
internal sealed record GatewayRun
{
    public required DiscordOptions Options { get; init; }

    public required int Shards { get; init; }

    public required GatewayLookup Lookup { get; init; }

    public required IdentifyGate Gate { get; init; }

    public required DispatchQueue Dispatches { get; init; }

    public required WantedEvents Wanted { get; init; }

    public required TimeProvider Clock { get; init; }

    public required Jitter Jitter { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Takes how a shard is now.</summary>
    public required Action<int, PlatformStatus> Tell { get; init; }

    public string Token => Options.BotToken;
}
