using System.Diagnostics.CodeAnalysis;

namespace MLCareerBot.Discord.Protocol.Gateway;

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
