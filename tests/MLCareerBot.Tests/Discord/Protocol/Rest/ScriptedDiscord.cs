using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

/// <summary>Stands where the network would be: keeps every request and gives the answers of a script.</summary>
internal sealed class ScriptedDiscord(TimeProvider clock) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Seen> _requests = new();
    private int _connects;

    public IReadOnlyList<Seen> Requests => [.. _requests];

    /// <summary>How often a connection was wanted.</summary>
    public int Connects => _connects;

    /// <summary>Whether a connection comes about, by its number from 0.</summary>
    public Func<int, bool> IsReachable { get; set; } = _ => true;

    /// <summary>The answer to a request, which may be its <see cref="Seen.Number"/>th.</summary>
    public Func<Seen, HttpResponseMessage> Answer { get; set; } = _ => Json("{}");

    /// <summary>True for requests that are taken and never answered.</summary>
    public Func<Seen, bool> Hangs { get; set; } = _ => false;

    /// <summary>Comes back once so many requests have come in.</summary>
    public async Task UntilAsync(int requests)
    {
        while (_requests.Count < requests)
        {
            await Task.Delay(1);
        }
    }

    public static HttpResponseMessage Json(string json, int status = 200, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    public static HttpResponseMessage Message(string id = "7") => Json($$"""{"id": "{{id}}", "channel_id": "5"}""");

    public static HttpResponseMessage Refusal(int status, int code, string message = "No") =>
        Json($$"""{"message": "{{message}}", "code": {{code}}}""", status);

    public static HttpResponseMessage Limit(double seconds, string scope = "user") => Json(
        FormattableString.Invariant($$"""{"message": "Slow down", "retry_after": {{seconds}}, "global": false}"""),
        429,
        ("X-RateLimit-Scope", scope));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsReachable(Interlocked.Increment(ref _connects) - 1))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (discord.com:443)");
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new Seen(_requests.Count, $"{request.Method} {request.RequestUri!.PathAndQuery}", body, request.Headers.ToString(), clock.GetUtcNow());
        _requests.Enqueue(seen);
        if (Hangs(seen))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return Answer(seen);
    }
}

/// <summary>A request as it came in.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Line">Method and path.</param>
/// <param name="Body">Its text.</param>
/// <param name="Headers">All of them.</param>
/// <param name="At">When.</param>
internal sealed record Seen(int Number, string Line, string Body, string Headers, DateTimeOffset At);
