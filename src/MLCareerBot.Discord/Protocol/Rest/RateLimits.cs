using System.Globalization;
using System.Net.Http.Headers;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>What the headers of an answer say about limits: https://discord.com/developers/docs/topics/rate-limits.</summary>
internal sealed record RateLimits
{
    /// <summary>No wait is longer, whatever a header says.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Names the routes that are counted together.</summary>
    public string? Bucket { get; init; }

    /// <summary>Requests in a window.</summary>
    public int? Limit { get; init; }

    /// <summary>Requests left in this window.</summary>
    public int? Remaining { get; init; }

    /// <summary>Until the window ends.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary><c>user</c>, <c>global</c> or <c>shared</c>; only with a refusal.</summary>
    public string? Scope { get; init; }

    /// <summary>Only with a refusal.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static RateLimits From(HttpResponseHeaders headers) => new()
    {
        Bucket = Text(headers, "X-RateLimit-Bucket"),
        Limit = Number(headers, "X-RateLimit-Limit"),
        Remaining = Number(headers, "X-RateLimit-Remaining"),
        ResetAfter = Time(headers, "X-RateLimit-Reset-After"),
        Scope = Text(headers, "X-RateLimit-Scope"),
        RetryAfter = Time(headers, "Retry-After"),
    };

    /// <summary>A wait of so many seconds, or null if that is none.</summary>
    public static TimeSpan? Seconds(double? seconds) =>
        seconds is > 0 ? TimeSpan.FromSeconds(Math.Min(seconds.Value, LongestWait.TotalSeconds)) : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;

    private static int? Number(HttpResponseHeaders headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Time(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Seconds(number) : null;
}
