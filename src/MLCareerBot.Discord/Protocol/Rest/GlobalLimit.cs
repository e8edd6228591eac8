namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// At most 50 requests within any second, Discord's limit for a whole bot
/// (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit). Not safe from several threads.
/// </summary>
internal sealed class GlobalLimit
{
    private const int PerSecond = 50;

    // What leaves a second apart may arrive a little closer. A refusal stops everything for up to a second, so the hundredths
    // that prevent it are cheap: 48 a second remain.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1040);

    private readonly Queue<TimeSpan> _latest = new(PerSecond);

    /// <summary>How long no request may be made; zero for now.</summary>
    public TimeSpan WaitLeft(TimeSpan now) =>
        _latest.Count == PerSecond && _latest.Peek() + Window > now ? _latest.Peek() + Window - now : TimeSpan.Zero;

    /// <summary>A request is made.</summary>
    public void Take(TimeSpan now)
    {
        if (_latest.Count == PerSecond)
        {
            _latest.Dequeue();
        }

        _latest.Enqueue(now);
    }
}
