using System.Net;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Holds requests back until Discord's limits let them through. Requests to other places are not held up by it.</summary>
/// <param name="clock">Times all waits.</param>
/// <param name="random">From 0 to 1, for jitter.</param>
/// <param name="logger">Hears of refusals.</param>
internal sealed partial class RateGate(TimeProvider clock, Func<double> random, ILogger logger) : IDisposable
{
    private static readonly TimeSpan LongestJitter = TimeSpan.FromMilliseconds(250);

    private readonly long _start = clock.GetTimestamp();
    private readonly BucketTable _buckets = new();
    private readonly GlobalLimit _global = new();

    // Whoever is first in line waits for the global limit; the others come after, in turn.
    private readonly SemaphoreSlim _line = new(1);
    private readonly Bucket _bot = new();

    private TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>When the patience of a request that begins now will be over.</summary>
    public TimeSpan PatienceOf(Route route) =>
        route.Patience == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Now + route.Patience;

    /// <summary>Waits until a request may be made.</summary>
    /// <returns>What the request counts for; to be left after it.</returns>
    /// <exception cref="DiscordApiException">It may not be made before <paramref name="patience"/> is over.</exception>
    public async Task<Bucket> EnterAsync(Route route, TimeSpan patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            var bucket = _buckets.Find(route);
            await WaitAsync(route, bucket, patience, cancellationToken);
            if (route.NeedsBotToken ? await TryEnterInLineAsync(bucket, cancellationToken) : bucket.TryEnter(Now))
            {
                return bucket;
            }
        }
    }

    /// <summary>Takes over what an answer said about limits.</summary>
    public void Learn(Route route, Bucket entered, RestAnswer answer)
    {
        var bucket = answer.Limits.Bucket is { } name ? _buckets.Rename(route, entered, name) : entered;
        bucket.Learn(answer.Limits, Now);
        if (answer.IsLimit)
        {
            var isForAll = answer.IsGlobalLimit && route.NeedsBotToken;
            (isForAll ? _bot : bucket).Pause(Now + answer.RetryAfter + (random() * LongestJitter));
            LogLimit(route, answer.RetryAfter.TotalSeconds, isForAll ? "all routes" : "this route");
        }
    }

    public void Dispose() => _line.Dispose();

    private async Task<bool> TryEnterInLineAsync(Bucket bucket, CancellationToken cancellationToken)
    {
        await _line.WaitAsync(cancellationToken);
        try
        {
            await DelayAsync(_global.WaitLeft(Now), cancellationToken);
            if (_bot.WaitLeft(Now) > TimeSpan.Zero || !bucket.TryEnter(Now))
            {
                return false;
            }

            _global.Take(Now);
            return true;
        }
        finally
        {
            _line.Release();
        }
    }

    private async Task WaitAsync(Route route, Bucket bucket, TimeSpan patience, CancellationToken cancellationToken)
    {
        while (WaitLeft(route, bucket) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > patience - Now)
            {
                throw new DiscordApiException(HttpStatusCode.TooManyRequests, 0, $"{route}: Discord's limit is reached.") { RetryAfter = wait };
            }

            await DelayAsync(wait, cancellationToken);
        }
    }

    private TimeSpan WaitLeft(Route route, Bucket bucket)
    {
        var here = bucket.WaitLeft(Now);
        var everywhere = route.NeedsBotToken ? _bot.WaitLeft(Now) : TimeSpan.Zero;
        return here > everywhere ? here : everywhere;
    }

    // Timers count whole milliseconds and drop the rest: too early.
    private Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) => wait > TimeSpan.Zero
        ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken)
        : Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Discord's limit is reached at {Route}: waiting {Seconds} s for {What}.")]
    private partial void LogLimit(Route route, double seconds, string what);
}
