namespace MLCareerBot.Fakes.Slack;

/// <summary>
/// Slack's limits by method and, for posts, by channel. Off until a test switches them on;
/// requests that come while the app was told to wait are counted either way.
/// </summary>
public sealed class RateLimits
{
    private const int Tier2 = 20;
    private const int Tier3 = 50;
    private const int Tier4 = 100;

    private static readonly Dictionary<string, int> PerMinute = new()
    {
        ["apps.connections.open"] = Tier3,
        ["chat.update"] = Tier3,
        ["chat.delete"] = Tier3,
        ["chat.postEphemeral"] = Tier4,
        ["conversations.open"] = Tier3,
        ["conversations.info"] = Tier3,
        ["conversations.history"] = Tier3,
        ["conversations.replies"] = Tier3,
        ["conversations.members"] = Tier4,
        ["users.info"] = Tier4,
        ["users.list"] = Tier2,
        ["views.open"] = Tier4,
        ["views.push"] = Tier4,
        ["views.update"] = Tier4,
        ["views.publish"] = Tier4,
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _taken = [];
    private readonly Dictionary<string, DateTimeOffset> _closedUntil = [];
    private int _early;

    internal RateLimits()
    {
    }

    /// <summary>Whether the limits hold.</summary>
    public bool AreOn { get; set; }

    /// <summary>How many posts a channel takes at once; over time it is one per second in any case.</summary>
    public int PostBurst { get; set; } = 1;

    /// <summary>Requests that came before a <c>Retry-After</c> was over.</summary>
    public int EarlyRequests => Volatile.Read(ref _early);

    // Posts are limited by channel, all else by method.
    internal static string KeyOf(string method, string? channel) => method == "chat.postMessage" ? $"{method} {channel}" : method;

    internal bool IsEarly(string method, string key, DateTimeOffset now)
    {
        lock (_lock)
        {
            var isEarly = now < ClosedUntil(method) || now < ClosedUntil(key);
            _early += isEarly ? 1 : 0;
            return isEarly;
        }
    }

    /// <summary>Notes that the app was told to wait, with a key or, by a scripted answer, with a method as a whole.</summary>
    internal void ToldToWait(string key, DateTimeOffset until)
    {
        lock (_lock)
        {
            _closedUntil[key] = until;
        }
    }

    /// <summary>How long to wait, in whole seconds; null when the request is within its limit.</summary>
    internal TimeSpan? Take(string method, string key, DateTimeOffset now)
    {
        if (!AreOn || (method != "chat.postMessage" && !PerMinute.ContainsKey(method)))
        {
            return null;
        }

        var (limit, window) = method == "chat.postMessage"
            ? (PostBurst, TimeSpan.FromSeconds(PostBurst))
            : (PerMinute[method], TimeSpan.FromMinutes(1));
        lock (_lock)
        {
            return Wait(key, limit, window, now);
        }
    }

    private DateTimeOffset ClosedUntil(string key) => _closedUntil.GetValueOrDefault(key, DateTimeOffset.MinValue);

    private TimeSpan? Wait(string key, int limit, TimeSpan window, DateTimeOffset now)
    {
        var closed = ClosedUntil(key);
        var taken = _taken.TryGetValue(key, out var known) ? known : _taken[key] = new();
        while (taken.TryPeek(out var oldest) && oldest + window <= now)
        {
            taken.Dequeue();
        }

        if (now >= closed && taken.Count < limit)
        {
            taken.Enqueue(now);
            return null;
        }

        var opens = now < closed ? closed : taken.Peek() + window;
        return TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((opens - now).TotalSeconds)));
    }
}
