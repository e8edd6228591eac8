using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace MLCareerBot.Tests.Slack.Protocol.Web;

/// <summary>Stands where the network would be: keeps every call and gives the answers of a script.</summary>
internal sealed class ScriptedSlack(TimeProvider clock) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Seen> _calls = new();
    private int _connects;

    public IReadOnlyList<Seen> Calls => [.. _calls];

    /// <summary>How often a connection was wanted.</summary>
    public int Connects => _connects;

    /// <summary>Whether a connection comes about, by its number from 0.</summary>
    public Func<int, bool> IsReachable { get; set; } = _ => true;

    /// <summary>The answer to a call, which may be its <see cref="Seen.Number"/>th.</summary>
    public Func<Seen, HttpResponseMessage> Answer { get; set; } = _ => Ok();

    /// <summary>True for calls that are taken and never answered.</summary>
    public Func<Seen, bool> Hangs { get; set; } = _ => false;

    public static HttpResponseMessage Json(string json, int status = 200, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    /// <summary>An answer with everything that some call reads.</summary>
    public static HttpResponseMessage Ok() => Json(
        """
        {
            "ok": true, "team_id": "T1", "user_id": "U1", "bot_id": "B1", "ts": "1.000001", "channel": {"id": "D1"},
            "view": {"id": "V1", "hash": "h", "unknown": [1]}, "messages": [], "user": {"id": "U2", "tz": "Europe/Rome", "is_admin": true}
        }
        """);

    public static HttpResponseMessage Refusal(string error) => Json($$"""{"ok": false, "error": "{{error}}"}""");

    public static HttpResponseMessage Limit(string? seconds) =>
        seconds is null ? Json("", 429) : Json("""{"ok": false, "error": "ratelimited"}""", 429, ("Retry-After", seconds));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsReachable(Interlocked.Increment(ref _connects) - 1))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"Connection refused ({request.RequestUri})");
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new Seen(_calls.Count, request.RequestUri!, body, request.Headers.ToString(), clock.GetUtcNow());
        _calls.Enqueue(seen);
        if (Hangs(seen))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return Answer(seen);
    }
}

/// <summary>A call as it came in.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Address">Where to.</param>
/// <param name="Body">Its text.</param>
/// <param name="Headers">All of them.</param>
/// <param name="At">When.</param>
internal sealed record Seen(int Number, Uri Address, string Body, string Headers, DateTimeOffset At)
{
    public string Method => Address.Segments[^1];

    /// <summary>The form's fields.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; } = Body.StartsWith('{')
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        : Body.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('='))
            .ToDictionary(field => field[0], field => Uri.UnescapeDataString(field[1]), StringComparer.Ordinal);
}
