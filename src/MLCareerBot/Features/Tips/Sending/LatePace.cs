using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>
/// After a long silence everything is late at once: it is caught up with at half the speed that platforms allow, and the
/// other half is left to answers and to what comes due now. What is late only because many are due at once is not held up
/// further.
/// </summary>
internal sealed class LatePace(TimeProvider clock)
{
    /// <summary>Half of Discord's 50 a second: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit.</summary>
    private const int PerSecond = 25;

    private static readonly Duration LongSilence = Duration.FromMinutes(10);

    private readonly Lock _lock = new();

    // Turns are counted from here, for a clock that is set must not hold anything up.
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next;

    // By the clock on the wall, which goes on while a machine sleeps.
    private Instant _lastLook = Instant.MinValue;
    private Instant _backSince;

    /// <summary>It is looked for what is due. The first look ends a silence, of which nobody knows how long it was.</summary>
    /// <returns>What came due before then is to be caught up with.</returns>
    public Instant Look()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow().ToInstant();
            _backSince = _lastLook < now - LongSilence || now < _backSince ? now : _backSince; // A clock that was set back makes nothing late.
            _lastLook = now;
            return _backSince - LongSilence;
        }
    }

    /// <summary>Comes back when it is the turn of one more of those.</summary>
    public Task TurnAsync(CancellationToken cancellationToken)
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
