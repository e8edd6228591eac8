namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// At most 50 requests within any second, Discord's limit for a whole bot
/// (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit). Not safe from several threads.
/// </summary>
internal sealed class GlobalLimit
{
    private const int PerSecond = 50;

    // A little more than a second: two requests may come in closer to each other than they went out, and one that is
    // refused for it holds up all of them for longer than this does.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.04);

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
