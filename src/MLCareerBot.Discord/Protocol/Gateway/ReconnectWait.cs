namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>How long to wait before the next connection: about 1 s, doubling with every failure, at most 60 s, for ever.</summary>
internal sealed class ReconnectWait(Jitter jitter)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Sixty-four times the first wait is past the longest.
    private const int MostDoublings = 6;

    // Discord asks for this before a new session: https://discord.com/developers/docs/events/gateway#resuming.
    private static readonly TimeSpan SessionLeast = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SessionMost = TimeSpan.FromSeconds(5);

    /// <summary>A connection that stayed ready for this long ends a row of failures.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(60);

    /// <summary>Connections that ended in a row, none of which lasted.</summary>
    public int Failures { get; private set; }

    /// <summary>Counts a connection that ended and says how long to wait now.</summary>
    /// <param name="reaction">What is to come next.</param>
    /// <param name="lived">How long the connection was ready or resumed; zero if it never was.</param>
    public TimeSpan After(GatewayReaction reaction, TimeSpan lived)
    {
        Failures = lived >= Steady ? 0 : Failures;
        var wait = reaction switch
        {
            GatewayReaction.ResumeAtOnce when Failures == 0 => TimeSpan.Zero,
            GatewayReaction.IdentifyLater => Longer(jitter.Between(SessionLeast, SessionMost), Failures > 0 ? Doubled() : TimeSpan.Zero),
            _ => Doubled(),
        };

        Failures++;
        return wait;
    }

    private TimeSpan Doubled()
    {
        var full = First * (1 << Math.Min(Failures, MostDoublings));
        var most = full < Longest ? full : Longest;
        return jitter.Between(most * 0.75, most);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
