using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>
/// Holds calls back: a method that Slack has limited, for as long as Slack said, and posts to one channel, to about one a
/// second (https://docs.slack.dev/apis/web-api/rate-limits). Other methods and channels do not wait. Safe from any thread.
/// </summary>
internal sealed class Turns(TimeProvider clock)
{
    private static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(1);

    // Slack allows short bursts. Three answers at once are an ordinary moment in a busy channel.
    private static readonly TimeSpan Burst = BetweenPosts * 2;

    // Tips need none: several for one channel keep their distance, and a little more, since what leaves a second
    // apart may arrive closer. A refusal would stop posts to all channels.
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(40);

    private const int KnownChannels = 10_000;

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<SlackMethod, TimeSpan> _pauses = [];
    private readonly Recent<string, TimeSpan> _nextPosts = new(KnownChannels);

    // From the start, so that nobody who sets the machine's clock shortens or lengthens a wait.
    private TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>When the patience of a call that begins now will be over.</summary>
    public TimeSpan PatienceOf(SlackMethod method) => Now + method.Patience;

    /// <summary>Waits until a call may be made.</summary>
    /// <exception cref="SlackApiException">It may not be made before <paramref name="patience"/> is over.</exception>
    public async Task TakeAsync(WebCall call, TimeSpan patience, CancellationToken cancellationToken)
    {
        await DelayAsync(Claim(call, patience), cancellationToken);

        // A limit may have been told in the meantime.
        while (PauseLeft(call.Method) is var left && left > TimeSpan.Zero)
        {
            await DelayAsync(left <= patience - Now ? left : throw Limited(call.Method, left), cancellationToken);
        }
    }

    /// <summary>Takes over that no such call may be made for a time.</summary>
    public void Pause(SlackMethod method, TimeSpan time)
    {
        var until = Now + time;
        lock (_lock)
        {
            _pauses[method] = Latest(until, _pauses.GetValueOrDefault(method));
        }
    }

    // Takes the channel's next turn, unless that comes too late.
    private TimeSpan Claim(WebCall call, TimeSpan patience)
    {
        lock (_lock)
        {
            var now = Now;
            var next = call.Channel is { } channel && _nextPosts.TryGet(channel, out var known) ? known : now;
            var turn = Latest(now, call.IsPatient ? next : next - Burst, _pauses.GetValueOrDefault(call.Method));
            if (turn > patience)
            {
                throw Limited(call.Method, turn - now);
            }

            if (call.Channel is not null)
            {
                _nextPosts.Set(call.Channel, Latest(turn, next) + BetweenPosts + (call.IsPatient ? Distance : TimeSpan.Zero));
            }

            return turn - now;
        }
    }

    private TimeSpan PauseLeft(SlackMethod method)
    {
        lock (_lock)
        {
            return _pauses.GetValueOrDefault(method) - Now;
        }
    }

    // Timers count whole milliseconds and drop the rest: too early.
    private Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) => wait > TimeSpan.Zero
        ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken)
        : Task.CompletedTask;

    private static SlackApiException Limited(SlackMethod method, TimeSpan wait) => new(method.Name, "ratelimited") { RetryAfter = wait };

    private static TimeSpan Latest(params ReadOnlySpan<TimeSpan> times)
    {
        var latest = times[0];
        foreach (var time in times)
        {
            latest = time > latest ? time : latest;
        }

        return latest;
    }
}
