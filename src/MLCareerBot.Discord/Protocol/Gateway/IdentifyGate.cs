using System.Collections.Concurrent;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Where shards wait until they may identify: for their turn, for our own budget, for Discord's count.</summary>
internal sealed class IdentifyGate(GatewayLookup lookup, IdentifyBudget budget, TimeProvider clock)
{
    // Shards share a turn by shard_id % max_concurrency: https://discord.com/developers/docs/events/gateway#sharding-max-concurrency.
    private readonly ConcurrentDictionary<int, IdentifyBucket> _buckets = new();

    /// <summary>Comes back when the shard may open a connection and identify on it.</summary>
    /// <param name="shard">Its number.</param>
    /// <param name="onWait">Told in one sentence of a wait that may be long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IdentifyTurn> EnterAsync(int shard, Action<string> onWait, CancellationToken cancellationToken)
    {
        var bucket = _buckets.GetOrAdd(shard % Math.Max(1, lookup.Known.MaxConcurrency), _ => new(clock));
        await bucket.EnterAsync(cancellationToken);
        try
        {
            await WaitForBudgetAsync(onWait, cancellationToken);
            return new(await lookup.SessionAsync(onWait, cancellationToken), bucket, budget);
        }
        catch
        {
            bucket.Leave(identified: false);
            throw;
        }
    }

    private async Task WaitForBudgetAsync(Action<string> onWait, CancellationToken cancellationToken)
    {
        while (budget.WaitForRoom() is var wait && wait > TimeSpan.Zero)
        {
            onWait($"The bot identified {IdentifyBudget.Most} times in 24 hours, its limit to protect the token: it waits until {clock.GetUtcNow() + wait:u}.");
            await Task.Delay(wait, clock, cancellationToken);
        }
    }
}
