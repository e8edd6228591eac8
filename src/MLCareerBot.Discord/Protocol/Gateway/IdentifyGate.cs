using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

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

/// <summary>One shard at a time, and 5 s between two that did identify.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to dispose of.")]
internal sealed class IdentifyBucket(TimeProvider clock)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(1);
    private long? _last;

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && Spacing - clock.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    public void Leave(bool identified)
    {
        _last = identified ? clock.GetTimestamp() : _last;
        _free.Release();
    }
}

/// <summary>The right to identify once, on a connection to <paramref name="url"/>. Disposing gives back a right not used.</summary>
internal sealed class IdentifyTurn(Uri url, IdentifyBucket bucket, IdentifyBudget budget) : IDisposable
{
    private bool _over;

    public Uri Url => url;

    /// <summary>Counts the identify that is to be sent now; false if another shard has used up the budget.</summary>
    public bool TrySpend() => End(budget.TrySpend());

    public void Dispose() => End(identified: false);

    private bool End(bool identified)
    {
        if (!_over)
        {
            bucket.Leave(identified);
        }

        _over = true;
        return identified;
    }
}
