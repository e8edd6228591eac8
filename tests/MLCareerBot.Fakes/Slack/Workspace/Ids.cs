namespace MLCareerBot.Fakes.Slack;

/// <summary>Ids and time stamps as Slack writes them: a letter for the kind first, and no two alike.</summary>
internal sealed class Ids(TimeProvider clock)
{
    private int _count;
    private long _lastMicrosecond;

    /// <summary>Such as <c>U0FAKE00001</c>.</summary>
    public string Next(string kind) => $"{kind}0FAKE{Interlocked.Increment(ref _count):X5}";

    /// <summary>Something that cannot be guessed.</summary>
    public static string Secret() => Guid.NewGuid().ToString("N");

    public string NextTrigger() => $"{Interlocked.Increment(ref _count)}.{clock.GetUtcNow().ToUnixTimeMilliseconds()}.{Secret()}";

    /// <summary>Seconds and microseconds; in a channel it is the id of a message. The caller holds the workspace's gate.</summary>
    public string NextTs()
    {
        _lastMicrosecond = Math.Max(_lastMicrosecond + 1, (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        return $"{_lastMicrosecond / 1_000_000}.{_lastMicrosecond % 1_000_000:D6}";
    }
}
