namespace MLCareerBot.Features.Tips.Sending;

/// <summary>After a long silence everything is late at once: it is caught up with at half the speed that platforms allow, and the other half is left to answers.</summary>
internal sealed class LatePace(TimeProvider clock)
{
    /// <summary>Half of Discord's 50 a second: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit.</summary>
    private const int PerSecond = 25;

    private readonly Lock _lock = new();

    // Counted from here, for a clock that is set must not hold anything up.
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Comes back when it is this one's turn.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = clock.GetElapsedTime(_start);
            var turn = _next > now ? _next : now;
            _next = turn + (TimeSpan.FromSeconds(1) / PerSecond);
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }
}
