namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>How long to wait before the next connection: 0.25 s and up to 1 s more, doubling with every failure, at most 60 s, for ever.</summary>
internal sealed class ReconnectWait(Jitter jitter)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Sixty-four seconds are past the longest.
    private const int MostDoublings = 6;

    // A hello alone is no success: a peer that greets and hangs up would be called more often than Slack allows.
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(30);

    private int _failures;

    /// <summary>Counts a connection that ended, or did not come about, and says how long to wait now.</summary>
    /// <param name="end">Why it ended.</param>
    /// <param name="lived">How long it was up; zero if it never was.</param>
    public TimeSpan After(SocketEnd end, TimeSpan lived)
    {
        _failures = lived >= Steady ? 0 : _failures;
        var wait = end switch
        {
            // The other app's sockets will not be gone in a second.
            SocketEnd.TooMany => (Longest / 2) + (Longest / 2 * jitter.Next()),
            SocketEnd.Replace or SocketEnd.Silent when _failures == 0 => TimeSpan.Zero,
            _ => Doubled(),
        };

        _failures++;
        return wait;
    }

    private TimeSpan Doubled()
    {
        var wait = Least + (TimeSpan.FromSeconds(1 << Math.Min(_failures, MostDoublings)) * jitter.Next());
        return wait < Longest ? wait : Longest;
    }
}
