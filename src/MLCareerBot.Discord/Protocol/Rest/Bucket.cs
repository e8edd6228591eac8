namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// The limit of routes that Discord counts together, learned from its answers. While nothing is known, everything may
/// go at once. Times are those of a stopwatch. Safe from any thread.
/// </summary>
internal sealed class Bucket
{
    private readonly Lock _lock = new();
    private TimeSpan _pausedUntil;
    private TimeSpan _resetsAt;
    private TimeSpan _window;
    private int? _limit;
    private int _remaining;
    private int _onTheirWay;

    /// <summary>How long no request may be made; zero for now.</summary>
    public TimeSpan WaitLeft(TimeSpan now)
    {
        lock (_lock)
        {
            var until = _limit is not null && _remaining <= 0 && _resetsAt > _pausedUntil ? _resetsAt : _pausedUntil;
            return until > now ? until - now : TimeSpan.Zero;
        }
    }

    /// <summary>Takes the right to make a request, if there is one now; to be given back with <see cref="Leave"/>.</summary>
    public bool TryEnter(TimeSpan now)
    {
        lock (_lock)
        {
            if (WaitLeft(now) > TimeSpan.Zero)
            {
                return false;
            }

            if (now >= _resetsAt && _limit is { } limit)
            {
                (_remaining, _resetsAt) = (limit, now + _window);
            }

            _remaining--;
            _onTheirWay++;
            return true;
        }
    }

    /// <summary>The request has been answered, or will not be.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _onTheirWay--;
        }
    }

    /// <summary>Takes over what an answer said; its request has not left yet.</summary>
    public void Learn(RateLimits said, TimeSpan now)
    {
        if (said is not { Limit: > 0 and var limit, Remaining: { } remaining, ResetAfter: { } resetAfter })
        {
            return;
        }

        lock (_lock)
        {
            // Requests that overtook this one are counted here already, or may be on their way yet.
            var isSameWindow = _limit == limit && now < _resetsAt;
            _remaining = isSameWindow ? Math.Min(_remaining, remaining) : remaining - Math.Max(0, _onTheirWay - 1);
            _window = isSameWindow && _window > resetAfter ? _window : resetAfter;
            (_limit, _resetsAt) = (limit, now + resetAfter);
        }
    }

    /// <summary>No request before that time.</summary>
    public void Pause(TimeSpan until)
    {
        lock (_lock)
        {
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }
}
