using System.Globalization;
using System.Net.Http.Headers;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>How long to wait after a limit.</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that is believed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan UnlessTold = TimeSpan.FromSeconds(1);

    /// <summary>The header's seconds; one second where it is missing or no number.</summary>
    public static TimeSpan Of(HttpResponseHeaders headers) =>
        headers.TryGetValues("Retry-After", out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds))
            : UnlessTold;
}
