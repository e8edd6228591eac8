namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>Finds out that a connection is half open: nothing comes any more, not even the answers to our pings.</summary>
internal sealed class SilenceWatch(SocketWire wire, TimeProvider clock)
{
    // 15 s between pings, and as long again for the answer.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private volatile bool _isSilent;

    /// <summary>True once it was found out; then for good.</summary>
    public bool IsSilent => _isSilent;

    /// <summary>Comes back when it has been silent for too long, or when told to stop.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (Longest - wire.Silence is var left && left > TimeSpan.Zero)
        {
            // Rounded up: timers drop what is less than a millisecond.
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }

        _isSilent = true;
    }
}
