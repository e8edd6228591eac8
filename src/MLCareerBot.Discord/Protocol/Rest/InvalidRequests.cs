using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// Counts refusals, since Discord locks out an address that got 10,000 of them in 10 minutes
/// (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans). Safe from any thread.
/// </summary>
internal sealed partial class InvalidRequests(TimeProvider clock, ILogger logger)
{
    private const int Noteworthy = 1_000;
    private const int TooMany = 9_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<long> _times = new();
    private long? _warned;

    /// <summary>How many there were in the last 10 minutes.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                while (_times.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= Window)
                {
                    _times.Dequeue();
                }

                return _times.Count;
            }
        }
    }

    public void Note(RestAnswer answer)
    {
        if (!answer.IsInvalid)
        {
            return;
        }

        lock (_lock)
        {
            _times.Enqueue(clock.GetTimestamp());
            if (Count >= Noteworthy && (_warned is not { } warned || clock.GetElapsedTime(warned) >= Window))
            {
                _warned = clock.GetTimestamp();
                LogMany(Count);
            }
        }
    }

    /// <exception cref="DiscordUnavailableException">There were so many that another request risks being locked out.</exception>
    public void ThrowIfTooMany(RestCall call)
    {
        if (Count >= TooMany)
        {
            throw new DiscordUnavailableException(
                call.MayHaveArrived, $"{call.Route}: not sent, since Discord refused {TooMany} requests within 10 minutes.");
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord refused {Count} requests within 10 minutes; at 10000 it locks this machine out.")]
    private partial void LogMany(int count);
}
