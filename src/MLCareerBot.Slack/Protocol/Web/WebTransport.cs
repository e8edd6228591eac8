using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Timeout;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>Makes one attempt and reads its answer, or says in words why there is none.</summary>
internal sealed class WebTransport(HttpClient http, ResiliencePipeline timeLimit)
{
    private const int LongestBody = 1024 * 1024;

    private static readonly string UserAgent = $"MLCareerBot/{typeof(WebTransport).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>What calls go through: connections of our own, no cookies, and no other address than the one asked for.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        // The propagator would have every address traced, and a response_url is a secret.
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };

    /// <param name="call">What to send.</param>
    /// <param name="token">The token it takes; null for none.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async ValueTask<WebAnswer> SendAsync(WebCall call, string? token, CancellationToken cancellationToken)
    {
        using var message = call.NewMessage(token);
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        try
        {
            return await timeLimit.ExecuteAsync(async limited => await ExchangeAsync(message, limited), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && IsNoAnswer(failure))
        {
            return new() { Failure = ReasonOf(failure), IsUnsent = message.Content is WatchedContent { IsOnItsWay: false } };
        }
    }

    private async Task<WebAnswer> ExchangeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await ReadAsync(response.Content, cancellationToken);
        return new()
        {
            Status = response.StatusCode,
            Body = body,
            Reply = ReadReply(body),
            RetryAfter = Web.RetryAfter.Of(response.Headers),
            Scopes = ScopesOf(response.Headers),
        };
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await stream.ReadAsync(piece, cancellationToken) is > 0 and var length)
        {
            kept.Write(piece, 0, length);
            if (kept.Length > LongestBody)
            {
                return [];
            }
        }

        return kept.ToArray();
    }

    private static Reply? ReadReply(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, WebJson.Default.Reply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> ScopesOf(HttpResponseHeaders headers) => headers.TryGetValues("x-oauth-scopes", out var values)
        ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : [];

    private static bool IsNoAnswer(Exception failure) =>
        failure is HttpRequestException or IOException or OperationCanceledException or TimeoutRejectedException;

    // Not the exception's own words: they may name an address that is a secret.
    private static string ReasonOf(Exception failure) => failure switch
    {
        TimeoutRejectedException => "no answer within 8 s",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } => $"no answer ({error})",
        _ => "the connection broke off",
    };
}
