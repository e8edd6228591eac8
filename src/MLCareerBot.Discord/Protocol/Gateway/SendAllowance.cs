namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>
/// Keeps a connection inside Discord's 120 frames per 60 s, past which it closes with 4008. The last ten are for our own
/// heartbeats, so that a peer that asks for heartbeat after heartbeat cannot use them up.
/// </summary>
internal sealed class SendAllowance(TimeProvider clock)
{
    private const int Most = 120;
    private const int KeptForHeartbeats = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<long> _sent = new();

    /// <summary>Counts a frame and says whether it may go. Not safe from several threads.</summary>
    public bool TryTake(bool isHeartbeat)
    {
        while (_sent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Window)
        {
            _sent.Dequeue();
        }

        if (_sent.Count >= (isHeartbeat ? Most : Most - KeptForHeartbeats))
        {
            return false;
        }

        _sent.Enqueue(clock.GetTimestamp());
        return true;
    }
}
