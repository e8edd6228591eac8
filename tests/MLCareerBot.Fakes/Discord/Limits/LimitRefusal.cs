using System.Globalization;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A 429. Without a time to wait it names none, neither in the header nor in the body.</summary>
internal sealed record LimitRefusal(LimitScope Scope, TimeSpan? RetryAfter)
{
    public Answer ToAnswer()
    {
        var isGlobal = Scope == LimitScope.Global;
        Dictionary<string, string> headers = new() { ["X-RateLimit-Scope"] = ScopeName };
        JsonObject body = new() { ["message"] = "You are being rate limited.", ["global"] = isGlobal, ["code"] = 0 };
        if (isGlobal)
        {
            headers["X-RateLimit-Global"] = "true";
        }

        if (RetryAfter is { } wait)
        {
            // The header has whole seconds, the body parts of one.
            headers["Retry-After"] = Math.Ceiling(Seconds(wait)).ToString(CultureInfo.InvariantCulture);
            body["retry_after"] = Seconds(wait);
        }

        if (!isGlobal && RetryAfter is { } reset)
        {
            headers["X-RateLimit-Reset-After"] = Seconds(reset).ToString("F3", CultureInfo.InvariantCulture);
        }

        return new(429, body) { Headers = headers };
    }

    public string ScopeName => Scope switch
    {
        LimitScope.Global => "global",
        LimitScope.Shared => "shared",
        _ => "user",
    };

    /// <summary>Rounded up to milliseconds: who waits that long is not early.</summary>
    public static double Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalMilliseconds) / 1000;
}
