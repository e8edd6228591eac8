using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The bot's standing connection to Discord, over which events come in: one for each shard.</summary>
/// <param name="options">The token, the API's address, where the count of identifies is kept.</param>
/// <param name="getInfo">Asks <c>GET gateway/bot</c>. A <see cref="PlatformStoppedException"/> of its own ends the client.</param>
/// <param name="clock">All time: heartbeats, waits, limits.</param>
/// <param name="random">Spreads waits; nobody else may use it, it need not be safe from several threads.</param>
/// <param name="logger">Takes named events, free of the token and of what people wrote.</param>
internal sealed class GatewayClient(
    DiscordOptions options,
    Func<CancellationToken, Task<GatewayInfo>> getInfo,
    TimeProvider clock,
    Random random,
    ILogger<GatewayClient> logger)
{
    // For events still on their way to a consumer that has stopped taking them.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    private readonly Jitter _jitter = new(random);
    private readonly IdentifyBudget _budget = new(IdentifyFile.For(options), clock, logger);
    private PlatformStatus[] _shards = [new(PlatformState.Starting, "Not connected yet.")];

    /// <summary>How each shard is, by its number; a single entry before Discord has said how many there are.</summary>
    public IReadOnlyList<PlatformStatus> Shards => _shards;

    /// <summary>Keeps every shard connected until told to stop; then it says goodbye and returns.</summary>
    /// <param name="onDispatch">Takes each event, in the order of its shard. What it throws is logged and goes no further.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    /// <exception cref="PlatformStoppedException">Trying again would not help; the message says what would.</exception>
    public async Task RunAsync(Action<GatewayDispatch> onDispatch, CancellationToken cancellationToken)
    {
        var dispatches = new DispatchQueue(onDispatch, logger);
        var handingOn = Task.Run(dispatches.RunAsync, CancellationToken.None);
        try
        {
            await RunShardsAsync(dispatches, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            TellAll("The program is stopping.");
        }
        catch (Exception exception)
        {
            TellAll(exception is PlatformStoppedException ? exception.Message : "It failed unexpectedly; the log has the details.");
            throw;
        }
        finally
        {
            dispatches.Complete();
            await handingOn.WaitAsync(DrainLimit, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunShardsAsync(DispatchQueue dispatches, CancellationToken cancellationToken)
    {
        var lookup = new GatewayLookup(getInfo, options.ApiBaseUrl, clock, _jitter, logger);
        var count = Math.Max(1, (await lookup.FirstAsync(why => Tell(0, new(PlatformState.Starting, why)), cancellationToken)).Shards);
        _shards = [.. Enumerable.Repeat(new PlatformStatus(PlatformState.Starting, "Connecting."), count)];

        var run = Run(dispatches, count, lookup);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => RunShardAsync(new(number, run), all)));
    }

    // What stops one shard stops them all: the token, the intents, the program's version.
    private static async Task RunShardAsync(Shard shard, CancellationTokenSource all)
    {
        try
        {
            await shard.RunAsync(all.Token);
        }
        finally
        {
            await all.CancelAsync();
        }
    }

    private GatewayRun Run(DispatchQueue dispatches, int shards, GatewayLookup lookup) => new()
    {
        Options = options,
        Shards = shards,
        Lookup = lookup,
        Gate = new(lookup, _budget, clock),
        Dispatches = dispatches,
        Wanted = new(logger),
        Clock = clock,
        Jitter = _jitter,
        Logger = logger,
        Tell = Tell,
    };

    private void Tell(int shard, PlatformStatus status) => _shards[shard] = status;

    private void TellAll(string why) => _shards = [.. _shards.Select(_ => new PlatformStatus(PlatformState.Stopped, why))];
}
