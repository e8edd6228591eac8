using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The bot's standing connection to Discord, over which events come in: one for each shard.</summary>
/// <param name="options">The token, the API's address, where the count of identifies is kept.</param>
/// <param name="getInfo">Asks <c>GET gateway/bot</c>. A <see cref="PlatformStoppedException"/> of its own ends the client.</param>
/// <param name="clock">All time: heartbeats, waits, limits.</param>
/// <param name="random">Spreads waits; used from one thread at a time.</param>
/// <param name="logger">Takes named events, free of the token and of what people wrote.</param>
internal sealed class GatewayClient(
    DiscordOptions options,
    Func<CancellationToken, Task<GatewayInfo>> getInfo,
    TimeProvider clock,
    Random random,
    ILogger<GatewayClient> logger)
{
    /// <summary>How each shard is, by its number; a single entry before Discord has said how many there are.</summary>
    public IReadOnlyList<PlatformStatus> Shards { get; } = [new(PlatformState.Starting, "Not connected yet.")];

    /// <summary>Keeps every shard connected until told to stop; then it says goodbye and returns.</summary>
    /// <param name="onDispatch">Takes each event, in the order of its shard. What it throws is logged and goes no further.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    /// <exception cref="PlatformStoppedException">Trying again would not help; the message says what would.</exception>
    public Task RunAsync(Action<GatewayDispatch> onDispatch, CancellationToken cancellationToken)
    {
        _ = (options, clock, random, logger, onDispatch);
        return getInfo(cancellationToken);
    }
}
