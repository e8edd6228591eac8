using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>
/// How often the bot has identified in the last 24 h. Discord allows 1,000, and past that resets the bot's token
/// (https://discord.com/developers/docs/events/gateway#session-start-limit); we stop well before. The count outlives the
/// process, so that a program that is started over and over is inside it too. Safe from any thread.
/// </summary>
internal sealed class IdentifyBudget(IdentifyFile file, TimeProvider clock, ILogger logger)
{
    /// <summary>Our own limit for 24 h.</summary>
    public const int Most = 800;

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private List<DateTimeOffset>? _times;
    private bool _warned;

    /// <summary>How long until another identify is allowed; zero if it is now.</summary>
    public TimeSpan WaitForRoom()
    {
        lock (_lock)
        {
            var times = Current();
            var wait = times.Count < Most ? TimeSpan.Zero : times[^Most] + Window - clock.GetUtcNow();

            // Longer only if somebody has set the clock back.
            return wait < Window ? wait : Window;
        }
    }

    /// <summary>Counts an identify that is about to be sent, on disk first; false if it may not be sent.</summary>
    public bool TrySpend()
    {
        lock (_lock)
        {
            var times = Current();
            if (times.Count >= Most)
            {
                return false;
            }

            times.Add(clock.GetUtcNow());
            Keep(times);
            return true;
        }
    }

    private List<DateTimeOffset> Current()
    {
        _times ??= Load();
        _times.RemoveAll(time => time + Window <= clock.GetUtcNow());
        return _times;
    }

    // A time that has not come yet was written while the clock was ahead: counted as now, lest it counts for years.
    private List<DateTimeOffset> Load()
    {
        try
        {
            var now = clock.GetUtcNow();
            return [.. file.Read().Select(time => time < now ? time : now).Order()];
        }
        catch (Exception exception) when (IdentifyFile.IsFault(exception))
        {
            Warn(exception);
            return [];
        }
    }

    private void Keep(List<DateTimeOffset> times)
    {
        try
        {
            file.Write(times);
        }
        catch (Exception exception) when (IdentifyFile.IsFault(exception))
        {
            Warn(exception);
        }
    }

    private void Warn(Exception exception)
    {
        if (!_warned)
        {
            logger.IdentifyCountNotKept(file.Path, exception.Message);
        }

        _warned = true;
    }
}
