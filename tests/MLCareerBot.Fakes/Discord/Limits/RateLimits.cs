using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MLCareerBot.Fakes.Discord;

/// <summary>How many requests are answered before the fake says 429. Generous unless a test says otherwise.</summary>
public sealed class RateLimits
{
    private const int Generous = 10_000;

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly List<(RoutePattern Pattern, int Limit, TimeSpan Window)> _rules = [];
    private readonly Dictionary<string, Bucket> _buckets = [];
    private Bucket? _global;

    internal RateLimits(TimeProvider clock) => _clock = clock;

    /// <summary>The limit over all routes but those of interactions and webhooks; Discord's is 50. None at first.</summary>
    public int? GlobalPerSecond { get; set; }

    /// <summary>Allows so many requests in a window, for each channel, guild or webhook on its own. The last one set wins.</summary>
    public void Set(string pattern, int limit, TimeSpan window)
    {
        lock (_lock)
        {
            _rules.Insert(0, (new(pattern), limit, window));
            _buckets.Clear();
        }
    }

    /// <summary>Takes one request out of its buckets.</summary>
    internal LimitVerdict Take(RecordedRequest request, string key, bool isOpen)
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var bucket = BucketOf(request, key, now);
            var headers = () => Headers(bucket, key, now);
            if (!isOpen && GlobalPerSecond is { } most && !GlobalBucket(most, now).TryTake())
            {
                return new(headers(), new(LimitScope.Global, _global!.ResetAt - now)); // Made by the condition.
            }

            return bucket.TryTake() ? new(headers(), null) : new(headers(), new(LimitScope.User, bucket.ResetAt - now));
        }
    }

    private Bucket GlobalBucket(int limit, DateTimeOffset now)
    {
        if (_global is null || _global.ResetAt <= now || _global.Limit != limit)
        {
            _global = new(limit, now + TimeSpan.FromSeconds(1));
        }

        return _global;
    }

    private Bucket BucketOf(RecordedRequest request, string key, DateTimeOffset now)
    {
        if (!_buckets.TryGetValue(key, out var bucket) || bucket.ResetAt <= now)
        {
            var rule = _rules.Find(rule => rule.Pattern.Matches(request.Method, request.Path));
            var (limit, window) = rule.Pattern is null ? (Generous, TimeSpan.FromSeconds(1)) : (rule.Limit, rule.Window);
            _buckets[key] = bucket = new(limit, now + window);
        }

        return bucket;
    }

    private static Dictionary<string, string> Headers(Bucket bucket, string key, DateTimeOffset now)
    {
        // The bucket's name tells routes apart; the channel, guild or webhook is for the client to add.
        var route = string.Join(' ', key.Split(' ').Take(2));
        return new()
        {
            ["X-RateLimit-Limit"] = bucket.Limit.ToString(),
            ["X-RateLimit-Remaining"] = bucket.Remaining.ToString(),
            ["X-RateLimit-Reset"] = (bucket.ResetAt.ToUnixTimeMilliseconds() / 1000m).ToString("F3", CultureInfo.InvariantCulture),
            ["X-RateLimit-Reset-After"] = LimitRefusal.Seconds(bucket.ResetAt - now).ToString("F3", CultureInfo.InvariantCulture),
            ["X-RateLimit-Bucket"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)))[..32],
        };
    }

    private sealed class Bucket(int limit, DateTimeOffset resetAt)
    {
        public int Limit { get; } = limit;

        public int Remaining { get; private set; } = limit;

        public DateTimeOffset ResetAt => resetAt;

        public bool TryTake()
        {
            if (Remaining == 0)
            {
                return false;
            }

            Remaining--;
            return true;
        }
    }
}
