using MLCareerBot.Features.Tips.Schedule;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>
/// Watches for a clock that was moved. A day's tips sent by a wrong clock cannot be taken back, so nothing is sent before
/// two readings in a row agree that it stands where it should.
/// </summary>
internal sealed class ClockGuard(TimeProvider clock)
{
    private const int Agreeing = 2;

    private static readonly Duration LargestStep = Duration.FromMinutes(10);
    private static readonly Duration LargestSkew = Duration.FromSeconds(5);

    /// <summary>Readings closer than this count as one.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private (Instant Wall, long Timestamp)? _last;
    private int _agreed = Agreeing;

    /// <summary>Why nothing is sent, in a sentence; null where the clock is trusted.</summary>
    public string? Doubt { get; private set; }

    /// <summary>Takes a reading; true if the clock is trusted.</summary>
    /// <param name="storeNow">The store's time, read just now.</param>
    public bool Trusts(Instant storeNow)
    {
        lock (_lock)
        {
            var now = (Wall: clock.GetUtcNow().ToInstant(), Timestamp: clock.GetTimestamp());
            if (DoubtAbout(now, storeNow) is { } doubt)
            {
                (_last, _agreed, Doubt) = (now, 0, doubt);
            }
            else if (_last is not { } last || clock.GetElapsedTime(last.Timestamp, now.Timestamp) >= Apart)
            {
                (_last, _agreed) = (now, Math.Min(_agreed + 1, Agreeing));
                Doubt = _agreed == Agreeing ? null : Doubt;
            }

            return Doubt is null;
        }
    }

    private string? DoubtAbout((Instant Wall, long Timestamp) now, Instant storeNow)
    {
        var step = _last is { } last ? now.Wall - last.Wall - clock.GetElapsedTime(last.Timestamp, now.Timestamp).ToDuration() : Duration.Zero;
        return step > LargestStep ? "The clock was moved forward; tips wait until it has settled."
            : Duration.Max(now.Wall - storeNow, storeNow - now.Wall) > LargestSkew ? "The clock and the database's differ by more than 5 s; tips wait until they agree."
            : null;
    }
}
